using System.Diagnostics;

namespace Course.Benchmarks.Torch;

/// <summary>The workloads compiled against the real TorchSharp, once in a run.</summary>
internal static class TorchSharpBuild
{
    private const string Version = "0.107.0"; // as in Directory.Packages.props

    private static readonly Lazy<string> Built = new(Build);

    /// <summary>The program.</summary>
    /// <exception cref="EngineException">Its 300 MB are not here, or it does not compile.</exception>
    public static string Program => Built.Value;

    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Build()
    {
        if (!Directory.Exists(Path.Combine(Packages, "torchsharp-cpu", Version)))
        {
            throw new EngineException($"TorchSharp-cpu {Version} is not on this machine; course backend cpu fetches it");
        }

        var project = Path.Combine(Repository.Root, "tests", "Course.Benchmarks", "TorchSharp", "TorchSharpEngine.csproj");
        Run("dotnet", ["build", project, "-c", "Release", "-p:TorchBackend=cpu", "--nologo", "-v", "quiet"]);
        var folder = Path.Combine(Repository.Root, "artifacts", "benchmarks", "bin", "cpu", "Release", "net10.0");
        Run(Path.Combine(Repository.CourseFolder, "course"), ["backend", "adapt", folder]); // for an older C++ runtime
        return Path.Combine(folder, "TorchSharpEngine.dll");
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new EngineException($"{program} {arguments[0]} ended with {process.ExitCode}: {said.Trim()}");
        }
    }
}
