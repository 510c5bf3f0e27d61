using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>A tensor as the oracle writes it.</summary>
public sealed record Answer(string DType, long[] Shape, double[] Values)
{
    public static string Name(ScalarType type) => type switch
    {
        ScalarType.Float32 => "float32",
        ScalarType.Float64 => "float64",
        ScalarType.Int64 => "int64",
        ScalarType.Int32 => "int32",
        ScalarType.Int16 => "int16",
        ScalarType.Int8 => "int8",
        ScalarType.Byte => "uint8",
        _ => "bool",
    };

    public static Answer Of(Tensor tensor) =>
        new(Name(tensor.dtype), tensor.shape, tensor.detach().to_type(ScalarType.Float64).data<double>().ToArray());

    public static Answer? Parse(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : new(
            json.GetProperty("dtype").GetString()!,
            json.GetProperty("shape").EnumerateArray().Select(e => e.GetInt64()).ToArray(),
            json.GetProperty("values").EnumerateArray().Select(Number).ToArray());

    private static double Number(JsonElement e) => e.ValueKind == JsonValueKind.String
        ? double.Parse(e.GetString()!, CultureInfo.InvariantCulture)
        : e.GetDouble();
}
