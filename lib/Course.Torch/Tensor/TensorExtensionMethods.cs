using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors as text and as numbers.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The tensor with its values as text.</summary>
    public static string str(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    public static string jlstr(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    public static string metastr(this Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    public static string npstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    public static string cstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the tensor to standard output, and returns it.</summary>
    public static Tensor print(this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    public static int ElementSize(this ScalarType type) => type.Size();

    /// <summary>Product of the sizes.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => Layout.Count(shape.ToArray());

    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) =>
        from_array(rawArray).reshape(dimensions).requires_grad_(requires_grad);

    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : struct
        => from_array(new[] { scalar }).reshape().to(device ?? CPU).requires_grad_(requires_grad);

    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();

    public static sbyte ToSByte(this Tensor value) => value.ToScalar().ToSByte();

    public static byte ToByte(this Tensor value) => value.ToScalar().ToByte();

    public static short ToInt16(this Tensor value) => value.ToScalar().ToInt16();

    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();
}
