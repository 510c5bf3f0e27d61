
namespace Course.Cli.Backends;

/// <summary>Builds lib/Course of a checkout on TorchSharp: restore, compile. Throws away what does not work.</summary>
/// <param name="folders">The checkout.</param>
/// <param name="backend">Not the managed one.</param>
/// <param name="version">TorchSharp's.</param>
/// <param name="source">A package source besides the machine's; null: none.</param>
internal sealed class BackendBuild(CourseFolders folders, TorchBackend backend, string version, string? source)
{
    private static readonly TimeSpan Unlimited = Timeout.InfiniteTimeSpan; // gigabytes may come over a slow line

    private string Project => Path.Combine(folders.Root, "lib", "Course", "Course.csproj");

    /// <summary>Fetches the packages.</summary>
    /// <exception cref="BackendException">They cannot be had.</exception>
    internal void Restore()
    {
        var (code, said) = Dotnet("restore", []);
        if (code != 0)
        {
            throw new BackendException(RestoreErrors.Explain($"{backend.Torch} {version}", said));
        }
    }

    /// <summary>Compiles into a folder.</summary>
    /// <exception cref="BackendException">The library does not compile against this TorchSharp.</exception>
    internal void Compile(string folder)
    {
        var (code, said) = Dotnet("build", ["--no-restore", "-c", "Release", $"-p:OutDir={folder}{Path.DirectorySeparatorChar}"]);
        if (code != 0)
        {
            throw new BackendException($"lib/Course does not compile against {backend.Torch} {version}:\n{said.Trim()}");
        }
    }

    private (int Code, string Said) Dotnet(string verb, IEnumerable<string> more) => Tool.Run(
        "dotnet",
        [verb, Project, $"-p:TorchBackend={backend.Name}", $"-p:TorchSharpVersion={version}", $"-p:TorchSharpSource={Source}", "--nologo", "-v", "quiet", .. more],
        folders.Root,
        patience: Unlimited);

    // A folder of packages is meant from where the learner stands, not from the project.
    private string Source => source is null || source.Contains("://", StringComparison.Ordinal) ? source ?? "" : Path.GetFullPath(source);
}
