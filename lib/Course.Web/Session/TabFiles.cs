using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Course.Kernel.Script;
using Microsoft.CodeAnalysis;

namespace Course.Web.Session;

/// <summary>The assemblies that cells may use, from bytes: a browser has them in memory, and their metadata alone is kept a second time for the compiler.</summary>
internal sealed class TabFiles : IFrameworkFiles
{
    private const string Folder = "/framework/"; // it only names them

    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ours = [];
    private readonly Dictionary<string, (PortableExecutableReference Reference, Version Version)> _files = [];

    public IReadOnlyDictionary<string, string> Paths => _paths;

    public IReadOnlyList<string> OurPaths => _ours;

    public PortableExecutableReference Open(string path) => _files[path].Reference;

    public Version? VersionOf(string path) => _files[path].Version;

    /// <summary>Takes an assembly; before the first cell.</summary>
    /// <param name="name">Simple name.</param>
    /// <param name="image">The whole file; not kept.</param>
    /// <param name="isOurs">True for one that is no part of the framework.</param>
    public unsafe void Add(string name, byte[] image, bool isOurs)
    {
        using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(image));
        var metadata = file.GetMetadata();
        var copy = NativeMemory.Alloc((nuint)metadata.Length); // never freed: symbols read it as long as the page lives
        NativeMemory.Copy(metadata.Pointer, copy, (nuint)metadata.Length);
        var path = Folder + name + ".dll";
        var module = ModuleMetadata.CreateFromMetadata((nint)copy, metadata.Length);
        var version = file.GetMetadataReader().GetAssemblyDefinition().Version;
        _files[path] = (AssemblyMetadata.Create(module).GetReference(filePath: path), version);
        if (isOurs)
        {
            _ours.Add(path);
        }
        else
        {
            _paths[name] = path;
        }
    }
}
