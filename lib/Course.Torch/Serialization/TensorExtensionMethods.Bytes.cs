using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>One tensor record of TorchSharp's format: type code, rank, sizes, then the elements, little-endian.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64((sbyte)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.ndim);
        foreach (var size in tensor.Shape)
        {
            writer.Write7BitEncodedInt64(size);
        }

        var dense = tensor.detach().Packed();
        writer.Write(dense.bytes);
        GC.KeepAlive(dense);
    }

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location) => WholeFile.Write(location, tensor.Save);

    /// <summary>Overwrites the tensor by a record of its type and shape; with skip, only reads past it.</summary>
    /// <exception cref="ArgumentException">The record has another type or shape.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var loaded = Load(reader, skip);
        if (skip)
        {
            return;
        }

        if (loaded.dtype != tensor.dtype || !loaded.Shape.AsSpan().SequenceEqual(tensor.Shape))
        {
            throw new ArgumentException($"load: the record is {loaded.dtype} {loaded.ShapeText}, the tensor {tensor.dtype} {tensor.ShapeText}");
        }

        using var quiet = no_grad();
        tensor.copy_(loaded);
    }

    /// <exception cref="InvalidDataException">No tensor record, or a type that Course.Torch does not hold.</exception>
    /// <exception cref="EndOfStreamException">The data ends early.</exception>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        var code = reader.Read7BitEncodedInt64();
        var rank = reader.Read7BitEncodedInt64();
        if (!Enum.IsDefined(typeof(ScalarType), (sbyte)Math.Clamp(code, sbyte.MinValue, sbyte.MaxValue)) || rank is < 0 or > 64)
        {
            throw new InvalidDataException($"load: type code {code} and rank {rank} begin no tensor record; is this a file of Module.save?");
        }

        var shape = new long[rank];
        for (var d = 0; d < rank; d++)
        {
            shape[d] = reader.Read7BitEncodedInt64();
            if (shape[d] < 0)
            {
                throw new InvalidDataException($"load: size {shape[d]} of dimension {d}");
            }
        }

        var tensor = Tensor.Empty(shape, (ScalarType)code);
        var bytes = tensor.bytes;
        for (var done = 0; done < bytes.Length;)
        {
            var read = reader.Read(bytes[done..]);
            done += read > 0 ? read : throw new EndOfStreamException($"load: {done} of {bytes.Length} bytes of a {tensor.ShapeText} tensor");
        }

        return tensor;
    }
}
