using Course.Cli.Backends;

namespace Course.Cli.Tests.Backends;

/// <summary>A test against the real TorchSharp; skipped where its 300 MB have not been downloaded.</summary>
internal sealed class TorchSharpFactAttribute : FactAttribute
{
    public TorchSharpFactAttribute() => Skip = Obstacle;

    /// <summary>NuGet's cache.</summary>
    public static string Packages { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Why such a test cannot run here; null: it can.</summary>
    public static string? Obstacle { get; } = Directory.Exists(Path.Combine(Packages, "torchsharp-cpu", TorchBackend.DefaultVersion))
        ? null
        : $"TorchSharp-cpu {TorchBackend.DefaultVersion} is not on this machine; course backend cpu fetches it";
}
