using System.Runtime.InteropServices;

namespace Course.Kernel.Running;

/// <summary>Ctrl-C, as the operating system delivers it.</summary>
internal static partial class InterruptSignal
{
    private const int Interrupt = 2; // SIGINT
    private const nint Default = 0; // SIG_DFL
    private const nint Ignored = 1; // SIG_IGN
    private const int SigactionWords = 32; // more than any system's struct sigaction; its first word is the handler

    /// <summary>
    /// Makes this process answer the signal even if it was started with the signal ignored, as shells start what runs in the
    /// background: the runtime would respect that, and nothing could be interrupted. To be called before anything listens.
    /// </summary>
    public static unsafe void Accept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var action = stackalloc nint[SigactionWords];
        if (Sigaction(Interrupt, null, action) == 0 && action[0] == Ignored)
        {
            _ = Signal(Interrupt, Default);
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static unsafe partial int Sigaction(int signal, void* action, nint* former);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
