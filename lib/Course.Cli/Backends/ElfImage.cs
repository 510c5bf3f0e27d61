using System.Buffers.Binary;
using System.Text;

namespace Course.Cli.Backends;

/// <summary>A native library of Linux (ELF, 64 bits, little endian): the versions that it demands of other libraries.</summary>
/// <param name="bytes">The file's content; changed in place.</param>
internal sealed class ElfImage(byte[] bytes)
{
    private const uint Relocations = 4;
    private const uint DynamicSymbols = 11;
    private const uint VersionNeeds = 0x6ffffffe;
    private const uint SymbolVersions = 0x6fffffff;
    private const ushort Weak = 2;
    private const int SymbolSize = 24;
    private const int RelocationSize = 24;

    private readonly List<Section> _sections = Sections(bytes);

    /// <summary>Makes a demand a wish: the library then loads where the version is missing.</summary>
    /// <param name="version">As in <c>GLIBCXX_3.4.32</c>.</param>
    /// <returns>False, and nothing is changed, if there is no such demand or the library uses a symbol of that version.</returns>
    internal bool TryWaive(string version)
    {
        var names = _sections[Single(DynamicSymbols).Link].Offset;
        var demands = Demands().Where(at => Text(names + Int(at + 8)) == version && Flags(at) != Weak).ToList();
        if (demands.Count == 0 || demands.Any(at => IsUsed(Short(at + 6))))
        {
            return false;
        }

        foreach (var at in demands)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 4), Weak);
        }

        return true;
    }

    // A symbol that no relocation names is never looked up.
    private bool IsUsed(int versionIndex)
    {
        var versions = Single(SymbolVersions).Offset;
        var symbols = Enumerable.Range(0, Single(DynamicSymbols).Size / SymbolSize).Where(i => (Short(versions + (2 * i)) & 0x7fff) == versionIndex).ToHashSet();
        return _sections.Where(section => section.Kind == Relocations)
            .SelectMany(section => Enumerable.Range(0, section.Size / RelocationSize).Select(i => Int(section.Offset + (RelocationSize * i) + 12)))
            .Any(symbols.Contains);
    }

    // One list a library that is needed; both kinds of record say how far the next one is.
    private IEnumerable<int> Demands()
    {
        for (var library = Single(VersionNeeds).Offset; ; library += Int(library + 12))
        {
            var demand = library + Int(library + 8);
            for (var left = Short(library + 2); left > 0; left--)
            {
                yield return demand;
                demand += Int(demand + 12);
            }

            if (Int(library + 12) == 0)
            {
                yield break;
            }
        }
    }

    private Section Single(uint kind) => _sections.Single(section => section.Kind == kind);

    private ushort Flags(int demand) => Short(demand + 4);

    private ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private string Text(int at) => Encoding.ASCII.GetString(bytes, at, Array.IndexOf(bytes, (byte)0, at) - at);

    private static List<Section> Sections(byte[] image)
    {
        int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(at));
        var table = Int(0x28);
        return [.. Enumerable.Range(0, BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(0x3c))).Select(i => table + (64 * i))
            .Select(at => new Section((uint)Int(at + 4), Int(at + 24), Int(at + 32), Int(at + 40)))];
    }

    private readonly record struct Section(uint Kind, int Offset, int Size, int Link);
}
