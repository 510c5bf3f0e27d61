using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Course.Kernel.Script;
using Microsoft.CodeAnalysis;

namespace Course.Web.Session;

/// <summary>The assemblies that cells may use, from bytes: a browser has them in memory, and their metadata alone is kept a second time for the compiler.</summary>
/// <param name="late">Those that did not come with the page.</param>
internal sealed class TabFiles(LateFiles late) : IFrameworkFiles
{
    private const string Folder = "/framework/"; // it only names them

    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ours = [];
    private readonly Dictionary<string, TabFile> _files = [];

    public IReadOnlyDictionary<string, string> Paths => _paths;

    public IReadOnlyList<string> OurPaths => _ours;

    public PortableExecutableReference Open(string path)
    {
        var file = _files[path];
        return file.Reference ??= MakeReference(path, file);
    }

    public Version? VersionOf(string path) => _files[path].Version;

    public unsafe byte[] ReadLibrary(string path)
    {
        var image = File.ReadAllBytes(path);
        using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(image));
        var metadata = file.GetMetadata();
        LooseEnds.Cut(metadata.Pointer, metadata.Length, name => _paths.ContainsKey(name) || !late.Contains(name));
        return image;
    }

    public bool IsLate(string name) => late.Contains(name);

    public IReadOnlyList<LateName> Declaring(string name) => late.Declaring(name);

    public bool Fetch(string name)
    {
        if (_paths.ContainsKey(name))
        {
            return true;
        }

        if (late.Read(name) is not { } image)
        {
            return false;
        }

        Add(name, image, isOurs: false);
        foreach (var need in late.Needs(name))
        {
            Fetch(need); // without it, what of the signatures does not need it works
        }

        return true;
    }

    /// <summary>Takes an assembly.</summary>
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
        _files[path] = new TabFile((nint)copy, metadata.Length, file.GetMetadataReader().GetAssemblyDefinition().Version);
        if (isOurs)
        {
            _ours.Add(path);
        }
        else
        {
            _paths[name] = path;
        }
    }

    // All that it can ever be bound to is there when it is opened first.
    private unsafe PortableExecutableReference MakeReference(string path, TabFile file)
    {
        LooseEnds.Cut((byte*)file.Metadata, file.Length, _paths.ContainsKey);
        var module = ModuleMetadata.CreateFromMetadata(file.Metadata, file.Length);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }

    /// <summary>An assembly's metadata.</summary>
    private sealed record TabFile(nint Metadata, int Length, Version Version)
    {
        /// <summary>What the compiler reads it by, once it has asked.</summary>
        public PortableExecutableReference? Reference { get; set; }
    }
}
