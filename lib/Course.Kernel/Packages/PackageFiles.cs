using System.Reflection.PortableExecutable;
using Course.Kernel.Script;

namespace Course.Kernel.Packages;

/// <summary>What a package, or a file, brings into a session.</summary>
/// <param name="References">Full paths of the assemblies to compile against.</param>
/// <param name="Assemblies">Those to load.</param>
/// <param name="NativeLibraries">Full paths, for this platform.</param>
internal sealed record PackageFiles(
    IReadOnlyList<string> References, IReadOnlyList<LibraryFile> Assemblies, IReadOnlyList<string> NativeLibraries)
{
    /// <summary>Assemblies with extensions for .NET Interactive's kernel.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The extensions in an unpacked package, where .NET Interactive looks for them.</summary>
    public static IEnumerable<string> ExtensionsIn(string folder)
    {
        var extensions = Path.Combine(folder, "interactive-extensions", "dotnet");
        return Directory.Exists(extensions) ? Directory.GetFiles(extensions, "*.dll").Order(StringComparer.Ordinal) : [];
    }

    /// <summary>Assemblies that a build may replace while the session lives.</summary>
    public static PackageFiles OfBuild(IEnumerable<string> paths)
    {
        var assemblies = paths.Order(StringComparer.Ordinal).ToList();
        return new PackageFiles(assemblies, [.. assemblies.Select(path => new LibraryFile(path, MayBeRebuilt: true))], []);
    }

    /// <summary>What a build left in a folder: assemblies, and native libraries beside them.</summary>
    public static PackageFiles OfBuildFolder(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        var assemblies = files.Where(IsAssembly).ToHashSet();
        return OfBuild(assemblies) with { NativeLibraries = [.. files.Where(file => !assemblies.Contains(file) && IsLibrary(file))] };
    }

    /// <summary>Assemblies and native libraries that never change.</summary>
    public static PackageFiles OfPackage(IReadOnlyList<string> references, IEnumerable<string> assemblies, IReadOnlyList<string> native) =>
        new(references, [.. assemblies.Select(path => new LibraryFile(path, MayBeRebuilt: false))], native);

    // libtorch.so, libcudnn.so.9, libtorch.dylib, torch_cpu.dll
    private static bool IsLibrary(string path) =>
        Path.GetExtension(path) is ".dll" or ".dylib" or ".so" || Path.GetFileName(path).Contains(".so.", StringComparison.Ordinal);

    // On Windows native libraries have the same extension.
    private static bool IsAssembly(string path)
    {
        if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            using var file = new PEReader(File.OpenRead(path));
            return file.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
