using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Named tensors in the safetensors format, which every other library reads. Not part of TorchSharp.</summary>
/// <remarks>On the public members of both engines only: where lib/Course is built on the real TorchSharp, it compiles this file itself.</remarks>
public static class Safetensors
{
    private const long LargestHeader = 100_000_000;
    private const string About = "__metadata__";

    private static readonly (ScalarType Type, string Name, int Size)[] Types =
    [
        (ScalarType.Float32, "F32", 4), (ScalarType.Float64, "F64", 8), (ScalarType.Int64, "I64", 8), (ScalarType.Int32, "I32", 4),
        (ScalarType.Int16, "I16", 2), (ScalarType.Int8, "I8", 1), (ScalarType.Byte, "U8", 1), (ScalarType.Bool, "BOOL", 1),
    ];

    /// <summary>Writes tensors, and text about them; the file appears only when it is complete.</summary>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        WholeFile.Write(path, file => Save(file, tensors, metadata));

    /// <summary>Writes tensors, and text about them, from here on.</summary>
    public static void Save(Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var header = Header(tensors, metadata);
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write((long)header.Length);
        writer.Write(header);
        foreach (var tensor in tensors.Values)
        {
            using var scope = NewDisposeScope();
            var dense = tensor.detach().cpu().contiguous();
            writer.Write(dense.bytes);
            GC.KeepAlive(dense);
        }
    }

    /// <summary>The text about the tensors, without the tensors.</summary>
    /// <returns>Empty where there is none.</returns>
    /// <exception cref="InvalidDataException">Not safetensors, or damaged.</exception>
    public static Dictionary<string, string> Metadata(Stream stream) => Read(stream, (_, header) =>
        header.TryGetProperty(About, out var about)
            ? about.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString() ?? "")
            : []);

    /// <summary>The tensors by name, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">Not safetensors, or damaged.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file);
    }

    /// <summary>The tensors by name, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">Not safetensors, or damaged.</exception>
    public static Dictionary<string, Tensor> Load(Stream stream) => Read(stream, (reader, header) =>
    {
        var entries = header.EnumerateObject().Where(e => e.Name != About)
            .Select(e => (e.Name, Value: e.Value, Start: e.Value.GetProperty("data_offsets")[0].GetInt64())).OrderBy(e => e.Start);
        var result = new Dictionary<string, Tensor>();
        var at = 0L;
        foreach (var (name, value, start) in entries)
        {
            result.Add(name, Read(reader, name, value, at));
            at = value.GetProperty("data_offsets")[1].GetInt64();
        }

        return result;
    });

    private static T Read<T>(Stream stream, Func<BinaryReader, JsonElement, T> use)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            var length = reader.ReadInt64();
            if (length is <= 0 or > LargestHeader)
            {
                throw new InvalidDataException($"safetensors: a header of {length} bytes; is this a safetensors file?");
            }

            using var header = JsonDocument.Parse(Exactly(reader, (int)length));
            return use(reader, header.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or EndOfStreamException or InvalidOperationException
            or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("safetensors: the file is damaged: " + error.Message, error);
        }
    }

    private static byte[] Header(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var header = new Dictionary<string, object>();
        if (metadata is { Count: > 0 })
        {
            header[About] = metadata;
        }

        var at = 0L;
        foreach (var (name, tensor) in tensors)
        {
            var bytes = tensor.NumberOfElements * tensor.ElementSize;
            header[name] = new { dtype = NameOf(tensor.dtype), tensor.shape, data_offsets = new[] { at, at + bytes } };
            at += bytes;
        }

        // Padded by spaces so that the data starts at a multiple of 8.
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        var padded = new byte[(json.Length + 7) / 8 * 8];
        padded.AsSpan(json.Length).Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }

    private static string NameOf(ScalarType type) => Types.FirstOrDefault(known => known.Type == type).Name
        ?? throw new NotSupportedException($"safetensors: {type} is not written; convert the tensor to one of {string.Join(", ", Types.Select(known => known.Type))} first");

    private static Tensor Read(BinaryReader reader, string name, JsonElement entry, long at)
    {
        var dtype = entry.GetProperty("dtype").GetString();
        var known = Types.FirstOrDefault(type => type.Name == dtype);
        var shape = entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var (start, end) = (entry.GetProperty("data_offsets")[0].GetInt64(), entry.GetProperty("data_offsets")[1].GetInt64());
        if (known.Name is null)
        {
            throw new InvalidDataException($"safetensors: '{name}' is {dtype}; known are {string.Join(", ", Types.Select(type => type.Name))}");
        }

        if (start != at || shape.Any(size => size < 0) || end - start != shape.Aggregate(1L, (all, size) => checked(all * size)) * known.Size)
        {
            throw new InvalidDataException($"safetensors: '{name}' ({string.Join(", ", shape)}) of {dtype} at bytes {start} to {end}: the sizes do not agree");
        }

        var content = Exactly(reader, checked((int)(end - start)));
        var tensor = empty(shape, known.Type, CPU);
        content.CopyTo(tensor.bytes);
        return tensor;
    }

    private static byte[] Exactly(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException($"{bytes.Length} of {count} bytes");
    }
}
