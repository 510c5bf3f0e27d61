using System.Reflection;
using System.Runtime.Loader;

namespace Course.Torch.Tests.Surface;

/// <summary>The real TorchSharp's assembly, where NuGet has put it; only its metadata is read, so that no native code is needed.</summary>
internal static class RealTorchSharp
{
    private const string Version = "0.107.0";

    private static readonly string Packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Null where it has not been downloaded.</summary>
    public static string? File { get; } = Find("TorchSharp", Version);

    public static Assembly Load()
    {
        var context = new AssemblyLoadContext("TorchSharp");
        context.Resolving += (asking, name) => Find(name.Name!, "*") is { } path ? asking.LoadFromAssemblyPath(path) : null;
        return context.LoadFromAssemblyPath(File!);
    }

    private static string? Find(string name, string version)
    {
        var package = Path.Combine(Packages, name.ToLowerInvariant());
        return !Directory.Exists(package) ? null : Directory.GetDirectories(package, version)
            .Select(folder => Path.Combine(folder, "lib")).Where(Directory.Exists)
            .SelectMany(lib => Directory.GetFiles(lib, name + ".dll", SearchOption.AllDirectories))
            .MinBy(path => path.Contains("netstandard", StringComparison.Ordinal));
    }
}
