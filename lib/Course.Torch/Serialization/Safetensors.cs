using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Named tensors in the safetensors format, which every other library reads. Not part of TorchSharp.</summary>
public static class Safetensors
{
    private const long LargestHeader = 100_000_000;

    private static readonly Dictionary<ScalarType, string> Names = new()
    {
        [ScalarType.Float32] = "F32",
        [ScalarType.Float64] = "F64",
        [ScalarType.Int64] = "I64",
        [ScalarType.Int32] = "I32",
        [ScalarType.Int16] = "I16",
        [ScalarType.Int8] = "I8",
        [ScalarType.Byte] = "U8",
        [ScalarType.Bool] = "BOOL",
    };

    /// <summary>Writes tensors, and text about them; the file appears only when it is complete.</summary>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        WholeFile.Write(path, file => Save(file, tensors, metadata));

    public static void Save(Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var header = Header(tensors, metadata);
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write((long)header.Length);
        writer.Write(header);
        foreach (var tensor in tensors.Values)
        {
            var dense = tensor.detach().Packed();
            writer.Write(dense.bytes);
            GC.KeepAlive(dense);
        }
    }

    public static Dictionary<string, Tensor> Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file);
    }

    /// <exception cref="InvalidDataException">Not safetensors, or damaged.</exception>
    public static Dictionary<string, Tensor> Load(Stream stream)
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
            var entries = header.RootElement.EnumerateObject().Where(e => e.Name != "__metadata__")
                .Select(e => (e.Name, Value: e.Value, Start: e.Value.GetProperty("data_offsets")[0].GetInt64())).OrderBy(e => e.Start);
            var result = new Dictionary<string, Tensor>();
            var at = 0L;
            foreach (var (name, value, start) in entries)
            {
                result.Add(name, Read(reader, name, value, at));
                at = value.GetProperty("data_offsets")[1].GetInt64();
            }

            return result;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or EndOfStreamException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("safetensors: the file is damaged: " + error.Message, error);
        }
    }

    private static byte[] Header(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var header = new Dictionary<string, object>();
        if (metadata is { Count: > 0 })
        {
            header["__metadata__"] = metadata;
        }

        var at = 0L;
        foreach (var (name, tensor) in tensors)
        {
            var bytes = tensor.NumberOfElements * tensor.ElementSize;
            header[name] = new { dtype = Names[tensor.dtype], tensor.shape, data_offsets = new[] { at, at + bytes } };
            at += bytes;
        }

        // Padded by spaces so that the data starts at a multiple of 8.
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        var padded = new byte[(json.Length + 7) / 8 * 8];
        padded.AsSpan(json.Length).Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }

    private static Tensor Read(BinaryReader reader, string name, JsonElement entry, long at)
    {
        var dtype = entry.GetProperty("dtype").GetString();
        var known = Names.FirstOrDefault(pair => pair.Value == dtype);
        var shape = entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var (start, end) = (entry.GetProperty("data_offsets")[0].GetInt64(), entry.GetProperty("data_offsets")[1].GetInt64());
        if (known.Value is null)
        {
            throw new InvalidDataException($"safetensors: '{name}' is {dtype}; Course.Torch holds {string.Join(", ", Names.Values)}");
        }

        if (start != at || shape.Any(size => size < 0) || end - start != Layout.Count(shape) * known.Key.Size())
        {
            throw new InvalidDataException($"safetensors: '{name}' {Layout.Text(shape)} of {dtype} at bytes {start} to {end}: the sizes do not agree");
        }

        var tensor = Tensor.Empty(shape, known.Key);
        Exactly(reader, (int)(end - start)).CopyTo(tensor.bytes);
        return tensor;
    }

    private static byte[] Exactly(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException($"{bytes.Length} of {count} bytes");
    }
}
