using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Script;

/// <summary>The assemblies that every cell may use, read once a process: the framework that runs us and the notebook verbs.</summary>
internal static partial class FrameworkReferences
{
    private const int DontNeed = 4; // MADV_DONTNEED

    // The last one: extension methods beside the formatters take its types, and the compiler looks at all that share a name, such as Append.
    private static readonly string[] OurFiles =
        [typeof(FrameworkReferences).Assembly.Location, typeof(Formatter).Assembly.Location, typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly.Location];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> LazyPaths = new(FindPaths);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyReferences = new(CreateReferences);
    private static readonly ConcurrentBag<(nint Start, nuint Length)> Mapped = [];

    /// <summary>Simple assembly name → file.</summary>
    public static IReadOnlyDictionary<string, string> Paths => LazyPaths.Value;

    public static IReadOnlyList<MetadataReference> References => LazyReferences.Value;

    /// <summary>True when we have an assembly of that name which is as new: a package's older copy must not stand in for it.</summary>
    public static bool Provides(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name == typeof(Formatter).Assembly.GetName().Name // one registry of formatters, not two
            || (Paths.TryGetValue(name, out var ours)
                && AssemblyName.GetAssemblyName(ours).Version >= AssemblyName.GetAssemblyName(path).Version);
    }

    private static Dictionary<string, string> FindPaths()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Distinct()
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    private static MetadataReference[] CreateReferences() =>
    [
        .. Paths.Values.Select(FromMappedFile),
        .. OurFiles.Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>True for an assembly of ours that cells may use.</summary>
    public static bool IsOurs(string path) => OurFiles.Contains(path);

    /// <summary>
    /// A reference whose pages are read from disk as they are needed: the framework's metadata is 30 MB, a cell touches 2.
    /// The compiler is given the metadata alone: of a whole file it would read the identity again for each cell's symbols.
    /// </summary>
    private static unsafe PortableExecutableReference FromMappedFile(string path)
    {
        // Never closed: symbols may read it as long as the process lives.
        var view = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read)
            .CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var length = checked((int)new FileInfo(path).Length);
        Mapped.Add(((nint)start, (nuint)length));
        using var file = new PEReader(start, length);
        var metadata = file.GetMetadata();
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }

    /// <summary>Gives back the pages of the framework's files that were read so far; what is needed again comes from the system's cache.</summary>
    public static void ReleasePages()
    {
        if (OperatingSystem.IsLinux())
        {
            foreach (var (start, length) in Mapped)
            {
                _ = Advise(start, length, DontNeed);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
