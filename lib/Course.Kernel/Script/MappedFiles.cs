using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Script;

/// <summary>The files of the framework that runs this process, mapped into memory.</summary>
internal sealed partial class MappedFiles : IFrameworkFiles
{
    private const int DontNeed = 4; // MADV_DONTNEED

    private readonly ConcurrentBag<(nint Start, nuint Length)> _mapped = [];

    public IReadOnlyDictionary<string, string> Paths { get; } = FindPaths();

    // The last one: extension methods beside the formatters take its types, and the compiler looks at all that share a name, such as Append.
    public IReadOnlyList<string> OurPaths { get; } =
        [typeof(MappedFiles).Assembly.Location, typeof(Formatter).Assembly.Location, typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly.Location];

    public PortableExecutableReference Open(string path) =>
        OurPaths.Contains(path) ? MetadataReference.CreateFromFile(path) : Map(path);

    public Version? VersionOf(string path) => AssemblyName.GetAssemblyName(path).Version;

    /// <summary>Gives back the pages of the files that were read so far; what is needed again comes from the system's cache.</summary>
    public void ReleasePages()
    {
        if (OperatingSystem.IsLinux())
        {
            foreach (var (start, length) in _mapped)
            {
                _ = Advise(start, length, DontNeed);
            }
        }
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

    /// <summary>
    /// A reference whose pages are read from disk as they are needed: the framework's metadata is 30 MB, a cell touches 2.
    /// The compiler is given the metadata alone: of a whole file it would read the identity again for each cell's symbols.
    /// </summary>
    private unsafe PortableExecutableReference Map(string path)
    {
        // Never closed: symbols may read it as long as the process lives.
        var view = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read)
            .CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var length = checked((int)new FileInfo(path).Length);
        _mapped.Add(((nint)start, (nuint)length));
        using var file = new PEReader(start, length);
        var metadata = file.GetMetadata();
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
