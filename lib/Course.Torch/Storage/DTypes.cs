using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Sizes, categories and promotion of element types.</summary>
internal static class DTypes
{
    public static ScalarType Default { get; set; } = ScalarType.Float32;

    public static int Size(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw Unsupported(type),
    };

    public static TorchError Unsupported(ScalarType type) =>
        new($"{type} tensors are not in Course.Torch; use Float32 or Float64, or the TorchSharp backend (course backend cpu)");

    public static bool IsFloating(this ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    public static bool IsInteger(this ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

    public static ScalarType Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return ScalarType.Float32;
        }

        if (typeof(T) == typeof(double))
        {
            return ScalarType.Float64;
        }

        if (typeof(T) == typeof(long))
        {
            return ScalarType.Int64;
        }

        if (typeof(T) == typeof(int))
        {
            return ScalarType.Int32;
        }

        if (typeof(T) == typeof(short))
        {
            return ScalarType.Int16;
        }

        if (typeof(T) == typeof(byte))
        {
            return ScalarType.Byte;
        }

        if (typeof(T) == typeof(sbyte))
        {
            return ScalarType.Int8;
        }

        if (typeof(T) == typeof(bool))
        {
            return ScalarType.Bool;
        }

        throw new ArgumentException($"{typeof(T).Name} is no tensor element type; use float, double, long, int, short, sbyte, byte or bool");
    }

    /// <summary>The smallest type that holds both, as torch.promote_types.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b || b == ScalarType.Bool)
        {
            return a;
        }

        if (a == ScalarType.Bool)
        {
            return b;
        }

        if (a.IsFloating() || b.IsFloating())
        {
            return a == ScalarType.Float64 || b == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        }

        var wider = (ScalarType)Math.Max((sbyte)a, (sbyte)b);
        return wider == ScalarType.Int8 ? ScalarType.Int16 : wider; // uint8 with int8 fits neither
    }

    /// <summary>0 bool, 1 integer, 2 floating: a number or 0-d tensor changes a tensor's type only if its category is higher.</summary>
    public static int Category(this ScalarType type) => type.IsFloating() ? 2 : type == ScalarType.Bool ? 0 : 1;
}
