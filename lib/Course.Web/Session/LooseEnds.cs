using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Course.Web.Session;

/// <summary>
/// Cuts an assembly's references to those that are not there. When one of these came later, the compiler would make the assembly's types
/// anew, and the variables of earlier cells would be of other types than later cells know, though all have the same names.
/// </summary>
internal static class LooseEnds
{
    private const int KeyAt = 12; // after version and flags

    /// <summary>Cuts them in place.</summary>
    /// <param name="metadata">The compiler's own copy.</param>
    /// <param name="length">In bytes.</param>
    /// <param name="isThere">Tells by the simple name.</param>
    public static unsafe void Cut(byte* metadata, int length, Func<string, bool> isThere)
    {
        var reader = new MetadataReader(metadata, length);
        var row = metadata + reader.GetTableMetadataOffset(TableIndex.AssemblyRef);
        var size = reader.GetTableRowSize(TableIndex.AssemblyRef);
        var keySize = reader.GetHeapSize(HeapIndex.Blob) > ushort.MaxValue ? sizeof(int) : sizeof(short);
        foreach (var reference in reader.AssemblyReferences)
        {
            if (!isThere(reader.GetString(reader.GetAssemblyReference(reference).Name)))
            {
                new Span<byte>(row + KeyAt, keySize).Clear(); // without a key it is another's name
            }

            row += size;
        }
    }
}
