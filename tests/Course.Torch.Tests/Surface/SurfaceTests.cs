using System.Runtime.CompilerServices;
using TorchSharp;

namespace Course.Torch.Tests.Surface;

public sealed class SurfaceTests
{
    private const string AcceptVariable = "COURSE_ACCEPT_SURFACE";

    /// <summary>A call that compiles here compiles there: same overloads, parameter names, defaults and return types.</summary>
    /// <remarks>differences.txt lists the deliberate exceptions and those that are still to be mended; a line that no longer differs may go.</remarks>
    [TorchSharpFact]
    public void Members_WithANamesakeInTorchSharp_AreTheSame()
    {
        var differences = Surface.Differences(typeof(torch).Assembly, RealTorchSharp.Load()).ToList();
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(DifferencesFile(), string.Join('\n', differences) + "\n");
        }

        var news = differences.Except(File.ReadAllLines(DifferencesFile())).ToList();

        Assert.True(
            news.Count == 0,
            $"Not as in TorchSharp (left of <> ours, right theirs):\n{string.Join('\n', news)}\n\nIf that is meant: {AcceptVariable}=1 dotnet test tests/Course.Torch.Tests --filter Surface");
    }

    private static string DifferencesFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "differences.txt");

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class TorchSharpFactAttribute : FactAttribute
    {
        public TorchSharpFactAttribute() =>
            Skip = RealTorchSharp.File is null ? "the package TorchSharp 0.107.0 is not on this machine; course backend cpu fetches it" : null;
    }
}
