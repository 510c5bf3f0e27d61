using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Course.Kernel.Script;

namespace Course.Web.Session;

/// <summary>The assemblies of the framework that the site has and the page did not load: fetched once, for the compiler and for the runtime.</summary>
/// <param name="read">A file of the site; null where it cannot be had now.</param>
internal sealed class LateFiles(Func<string, byte[]?> read)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, byte[]> _waiting = new(StringComparer.OrdinalIgnoreCase); // packed: one of the two has it
    private LateIndex? _index;

    /// <summary>The site has it.</summary>
    public void Add(string name) => _names.Add(name);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>It is known what they declare.</summary>
    public bool HasIndex => Index() is not null;

    public IReadOnlyList<LateName> Declaring(string name) => Index()?.Declaring(name) ?? [];

    /// <summary>The others that its signatures refer to; null if that cannot be known now.</summary>
    public IReadOnlyList<string>? Needs(string name) => Index()?.Needs(name);

    /// <summary>The file; null if it cannot be had now. Two ask for it, each once: the compiler and the runtime.</summary>
    public byte[]? Read(string name)
    {
        if (_waiting.Remove(name, out var packed))
        {
            return Unpack(packed);
        }

        // A host may answer for what it has not with a page of its own.
        if (!Contains(name) || read($"tab/runtime/{name}.dll.gz") is not { } fetched || Unpack(fetched) is not [(byte)'M', (byte)'Z', ..] image)
        {
            return null;
        }

        _waiting[name] = fetched;
        return image;
    }

    private LateIndex? Index() =>
        _index ??= read("tab/late.txt.gz") is { } packed && Unpack(packed) is { } text ? new LateIndex(Encoding.UTF8.GetString(text)) : null;

    // A host may have unpacked it. Null: it came broken.
    private static byte[]? Unpack(byte[] packed)
    {
        if (packed is not [0x1f, 0x8b, _, _, ..])
        {
            return packed;
        }

        try
        {
            using var unpacked = new MemoryStream();
            using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            stream.CopyTo(unpacked);
            // The stream takes the end of the data for the end of the file, wherever it comes; the file ends with its length.
            return BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(^sizeof(uint)..)) == unpacked.Length ? unpacked.ToArray() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
