using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Course;

/// <summary>Bytes in the wire format of Protocol Buffers: a field is its number and kind, then a number or a length and so many bytes.</summary>
/// <remarks>Source: protobuf.dev/programming-guides/encoding. No more of it than ONNX needs.</remarks>
internal sealed class ProtoWriter
{
    private const int Varint = 0;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    public ProtoWriter Number(int field, long value) => Key(field, Varint).Raw((ulong)value);

    public ProtoWriter Number(int field, float value)
    {
        Span<byte> four = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(four, value);
        Key(field, Fixed32)._bytes.Write(four);
        return this;
    }

    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, Delimited).Raw((ulong)value.Length)._bytes.Write(value);
        return this;
    }

    /// <summary>A message within the message.</summary>
    public ProtoWriter Message(int field, Action<ProtoWriter> write)
    {
        var inner = new ProtoWriter();
        write(inner);
        return Bytes(field, inner._bytes.WrittenSpan);
    }

    private ProtoWriter Key(int field, int kind) => Raw((ulong)((field << 3) | kind));

    // Seven bits a byte, the lowest first; the eighth says that more follow.
    private ProtoWriter Raw(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Write([(byte)(value | 0x80)]);
        }

        _bytes.Write([(byte)value]);
        return this;
    }
}
