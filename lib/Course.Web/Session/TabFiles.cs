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

    public bool HasLate => late.HasIndex;

    public bool IsLate(string name) => late.Contains(name);

    public IReadOnlyList<LateName> Declaring(string name) => late.Declaring(name);

    public bool Fetch(string name)
    {
        var images = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        if (!Collect(name, images))
        {
            return false;
        }

        foreach (var (each, image) in images)
        {
            Add(each, image, isOurs: false);
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
        var path = PathOf(name);
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

    // All or none: one that is opened without another stays without it.
    private bool Collect(string name, Dictionary<string, byte[]> images)
    {
        if (_paths.ContainsKey(name) || images.ContainsKey(name))
        {
            return true;
        }

        if (late.Needs(name) is not { } needs || late.Read(name) is not { } image)
        {
            return false;
        }

        images[name] = image;
        return needs.All(need => Collect(need, images));
    }

    // What it can be bound to is there when it is opened first; what is not, its members that need it stay without.
    private unsafe PortableExecutableReference MakeReference(string path, TabFile file)
    {
        LooseEnds.Cut((byte*)file.Metadata, file.Length, name => _files.ContainsKey(PathOf(name)));
        var module = ModuleMetadata.CreateFromMetadata(file.Metadata, file.Length);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }

    private static string PathOf(string name) => Folder + name + ".dll";

    /// <summary>An assembly's metadata.</summary>
    private sealed record TabFile(nint Metadata, int Length, Version Version)
    {
        /// <summary>What the compiler reads it by, once it has asked.</summary>
        public PortableExecutableReference? Reference { get; set; }
    }
}
