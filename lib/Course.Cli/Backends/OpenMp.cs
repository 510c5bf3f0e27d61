using System.Runtime.InteropServices;

namespace Course.Cli.Backends;

/// <summary>How libtorch's threads wait for one another.</summary>
internal static class OpenMp
{
    private const string Variable = "OMP_WAIT_POLICY";

    /// <summary>Threads that have nothing to do sleep instead of spinning; for this process, before it loads libtorch.</summary>
    /// <remarks>
    /// By default a thread spins for its neighbour, which on a machine that does anything else waits for the same core. Measured with
    /// TorchSharp 0.107.0 on two cores, milliseconds a step, spinning → sleeping, MLP, CNN, small GPT: 7–40 → 1–2, 21–57 → 8–11, 106–390 → 13–34
    /// beside four other programs; 0.6 → 1.3, 2.9 → 4.6, 11 → 14 alone. Two notebooks at a time are such a machine. A value of the learner's own stays.
    /// </remarks>
    internal static void Sleep()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetVariable(Variable, "passive", 0); // .NET keeps variables for itself, where OpenMP would not see them
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
