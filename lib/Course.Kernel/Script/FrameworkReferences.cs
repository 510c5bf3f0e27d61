using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Script;

/// <summary>The assemblies that every cell may use, read once a process: the framework that runs us and the notebook verbs.</summary>
internal static class FrameworkReferences
{
    private static readonly ConcurrentDictionary<string, Lazy<PortableExecutableReference>> Opened = new();
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyReferences = new(() => [.. Files.Paths.Values.Select(Open).Where(DeclaresTypes), .. Files.OurPaths.Select(Files.Open)]);
    private static IFrameworkFiles? _files;

    /// <summary>Where they are; a host without files says so before its first session.</summary>
    public static IFrameworkFiles Files
    {
        get => LazyInitializer.EnsureInitialized(ref _files, () => new MappedFiles());
        set => _files = value;
    }

    /// <summary>Simple assembly name → path.</summary>
    public static IReadOnlyDictionary<string, string> Paths => Files.Paths;

    /// <summary>
    /// Those in which a cell can find a type. Every second one of the framework only says where types went, for libraries that
    /// were compiled against it: the compiler asks for it then, and each cell is compiled faster without it.
    /// </summary>
    public static IReadOnlyList<MetadataReference> References => LazyReferences.Value;

    /// <summary>One of the framework by its simple name; null if it has none of that name.</summary>
    public static PortableExecutableReference? Find(string name) => Paths.TryGetValue(name, out var path) ? Open(path) : null;

    /// <summary>True when we have an assembly of that name which is as new: a package's older copy must not stand in for it.</summary>
    public static bool Provides(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name == typeof(Formatter).Assembly.GetName().Name // one registry of formatters, not two
            || (Paths.TryGetValue(name, out var ours) && Files.VersionOf(ours) >= VersionOf(path));
    }

    /// <summary>True for an assembly of ours that cells may use.</summary>
    public static bool IsOurs(string path) => Files.OurPaths.Contains(path);

    /// <summary>True for a file of the framework.</summary>
    public static bool IsFramework(string path) => Paths.TryGetValue(Path.GetFileNameWithoutExtension(path), out var ours) && ours == path;

    /// <summary>Gives memory back that can be read again.</summary>
    public static void ReleasePages() => (Files as MappedFiles)?.ReleasePages();

    private static PortableExecutableReference Open(string path) =>
        Opened.GetOrAdd(path, file => new Lazy<PortableExecutableReference>(() => Files.Open(file))).Value;

    // The first is the module's own.
    private static bool DeclaresTypes(PortableExecutableReference reference) =>
        ((AssemblyMetadata)reference.GetMetadata()).GetModules()[0].GetMetadataReader().TypeDefinitions.Count > 1;

    private static Version VersionOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.GetMetadataReader().GetAssemblyDefinition().Version;
    }
}
