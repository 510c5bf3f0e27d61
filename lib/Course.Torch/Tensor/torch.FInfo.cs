namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a floating-point type can hold.</summary>
    /// <exception cref="ArgumentException">An integer type or bool.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new(16, digits: 10, smallestExponent: -14, 65504, 1e-3),
        ScalarType.BFloat16 => new(16, digits: 7, smallestExponent: -126, 255 * Math.Pow(2, 120), 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => new(32, digits: 23, smallestExponent: -126, float.MaxValue, 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => new(64, digits: 52, smallestExponent: -1022, double.MaxValue, 1e-15),
        _ => throw new ArgumentException($"finfo: {dtype} has no fraction; give a floating-point type", nameof(dtype)),
    };

    /// <summary>The same of the type that new tensors have.</summary>
    public static FInfo finfo() => finfo(DTypes.Default);

    /// <summary>Limits of a floating-point type; of a complex one, those of its parts.</summary>
    public struct FInfo
    {
        public int bits;

        /// <summary>The step from 1 to the next number.</summary>
        public double eps;

        public double max;
        public double min;

        /// <summary>The smallest number above 0 with all digits.</summary>
        public double tiny;

        public double smallest_normal;

        /// <summary>A power of ten that no two numbers near 1 share.</summary>
        public double resolution;

        internal FInfo(int bits, int digits, int smallestExponent, double max, double resolution)
        {
            (this.bits, this.max, min, this.resolution) = (bits, max, -max, resolution);
            eps = Math.Pow(2, -digits);
            tiny = smallest_normal = Math.Pow(2, smallestExponent);
        }
    }
}
