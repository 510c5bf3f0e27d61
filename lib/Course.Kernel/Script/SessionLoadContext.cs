using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace Course.Kernel.Script;

/// <summary>Holds a session's compiled cells and the assemblies they refer to, apart from our own.</summary>
internal sealed class SessionLoadContext() : AssemblyLoadContext("notebook")
{
    private readonly ConcurrentDictionary<string, Assembly> _cells = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LibraryFile> _libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _nativeLibraries = new(StringComparer.OrdinalIgnoreCase);

    public Assembly LoadCell(string name, Stream image, Stream? symbols) => _cells[name] = LoadFromStream(image, symbols);

    public bool IsCell(Assembly assembly) => _cells.TryGetValue(assembly.GetName().Name ?? "", out var cell) && cell == assembly;

    /// <summary>Makes an assembly known; it is loaded when code first needs it.</summary>
    public void Add(LibraryFile library)
    {
        if (!FrameworkReferences.Provides(library.Path))
        {
            _libraries.TryAdd(Path.GetFileNameWithoutExtension(library.Path), library);
        }
    }

    public void AddNative(string path)
    {
        _nativeLibraries.TryAdd(Path.GetFileName(path), path);
        _nativeLibraries.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        return _cells.TryGetValue(name, out var cell) ? cell
            : _libraries.TryGetValue(name, out var library) || FindBeside(name, out library) ? Load(library)
            : null;
    }

    // What #r names brings along what lies beside it, as a build's output does; what we run on ourselves stays ours.
    private bool FindBeside(string name, [NotNullWhen(true)] out LibraryFile? library)
    {
        library = FrameworkReferences.Paths.ContainsKey(name)
            ? null
            : _libraries.Values.Where(known => known.MayBeRebuilt)
                .Select(known => Path.Combine(Path.GetDirectoryName(known.Path)!, name + ".dll"))
                .Where(File.Exists)
                .Select(path => new LibraryFile(path, MayBeRebuilt: true))
                .FirstOrDefault();
        return library is not null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _nativeLibraries.TryGetValue(unmanagedDllName, out var path)
        || _nativeLibraries.TryGetValue("lib" + unmanagedDllName, out path)
            ? LoadUnmanagedDllFromPath(path)
            : 0;

    private Assembly Load(LibraryFile library)
    {
        if (!library.MayBeRebuilt)
        {
            return LoadFromAssemblyPath(library.Path);
        }

        // A mapped file that is overwritten takes the process down; from memory, a rebuild only waits for the next session.
        using var image = new MemoryStream(File.ReadAllBytes(library.Path));
        var symbolPath = Path.ChangeExtension(library.Path, ".pdb");
        using var symbols = File.Exists(symbolPath) ? new MemoryStream(File.ReadAllBytes(symbolPath)) : null;
        return LoadFromStream(image, symbols);
    }
}
