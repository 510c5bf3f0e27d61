using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number on its way into an operation: an integer, a floating-point number or a truth value.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double _real;
    private readonly long _integer;

    private Scalar(ScalarType type, double real, long integer)
    {
        Type = type;
        _real = real;
        _integer = integer;
    }

    /// <summary>Int64, Float64 or Bool, whatever the width of the number it was made from.</summary>
    public ScalarType Type { get; }

    internal bool IsIntegral => Type != ScalarType.Float64;

    internal double Real => _real;

    internal long Integer => _integer;

    public static implicit operator Scalar(byte value) => FromInteger(value);

    public static implicit operator Scalar(sbyte value) => FromInteger(value);

    public static implicit operator Scalar(short value) => FromInteger(value);

    public static implicit operator Scalar(int value) => FromInteger(value);

    public static implicit operator Scalar(long value) => FromInteger(value);

    public static implicit operator Scalar(float value) => FromReal(value);

    public static implicit operator Scalar(double value) => FromReal(value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value ? 1 : 0, value ? 1 : 0);

    /// <summary>Does nothing: a scalar holds no native memory here.</summary>
    public void Dispose()
    {
    }

    public override string ToString() => Type switch
    {
        ScalarType.Bool => _integer != 0 ? "True" : "False",
        ScalarType.Int64 => _integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => _real.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static Scalar FromInteger(long value) => new(ScalarType.Int64, value, value);

    private static Scalar FromReal(double value) =>
        new(ScalarType.Float64, value, double.IsFinite(value) && Math.Abs(value) < 9.2e18 ? (long)value : 0);
}
