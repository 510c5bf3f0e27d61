using Course.Cli.Backends;

namespace Course.Cli.Tests.Backends;

/// <summary>A test against the real TorchSharp; skipped where its 300 MB have not been downloaded.</summary>
internal sealed class TorchSharpFactAttribute : FactAttribute
{
    public TorchSharpFactAttribute()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!Directory.Exists(Path.Combine(packages, "torchsharp-cpu", TorchBackend.DefaultVersion)))
        {
            Skip = $"TorchSharp-cpu {TorchBackend.DefaultVersion} is not on this machine; course backend cpu fetches it";
        }
    }
}
