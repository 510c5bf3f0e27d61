using static TorchSharp.torch;

namespace Course;

/// <summary>Numbers that are part of a graph, as bytes.</summary>
internal sealed record OnnxWeight(string Name, ScalarType Type, long[] Shape, byte[] Content)
{
    public static OnnxWeight Of(string name, Tensor values)
    {
        using var scope = NewDisposeScope();
        var dense = values.detach().cpu().contiguous();
        return new(name, dense.dtype, dense.shape, dense.bytes.ToArray());
    }

    /// <summary>The number that onnx.proto has for a type.</summary>
    public static long Kind(ScalarType type) => type switch
    {
        ScalarType.Float32 => 1,
        ScalarType.Int32 => 6,
        ScalarType.Int64 => 7,
        ScalarType.Bool => 9,
        ScalarType.Float64 => 11,
        _ => throw new NotSupportedException($"OnnxGraph: {type} is not written; convert the tensor to Float32 or Int64 first"),
    };

    public void Write(ProtoWriter tensor)
    {
        Array.ForEach(Shape, size => tensor.Number(1, size));
        tensor.Number(2, Kind(Type)).Text(8, Name).Bytes(9, Content);
    }
}
