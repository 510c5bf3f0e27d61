using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Element by element over rows of any layout.</content>
internal static unsafe partial class HostKernels
{
    /// <summary>Dimensions of a walk at most, after neighbours were merged.</summary>
    public const int MaxRank = 8;

    // In the order of elementwise.c. The first are there for doubles too.
    private static readonly Type[] Maps =
    [
        typeof(AbsKernel), typeof(NegateKernel), typeof(SquareKernel), typeof(ReluKernel), typeof(SqrtKernel), typeof(RsqrtKernel), typeof(ReciprocalKernel),
        typeof(FloorKernel), typeof(CeilKernel), typeof(TruncKernel), typeof(RoundKernel),
        typeof(ExpKernel), typeof(LogKernel), typeof(Log1pKernel), typeof(TanhKernel), typeof(SigmoidKernel), typeof(SiluKernel), typeof(LogSigmoidKernel),
        typeof(GeluKernel), typeof(GeluTanhKernel),
    ];

    private static readonly int MapsOfDoubles = Array.IndexOf(Maps, typeof(ExpKernel));

    private static readonly Type[] Zips =
        [typeof(AddKernel), typeof(SubtractKernel), typeof(MultiplyKernel), typeof(DivideKernel), typeof(MaximumKernel), typeof(MinimumKernel)];

    private static readonly Type[] Comparisons =
        [typeof(EqualKernel), typeof(NotEqualKernel), typeof(LessKernel), typeof(LessEqualKernel), typeof(GreaterKernel), typeof(GreaterEqualKernel)];

    /// <summary>Which map this is for numbers of type T; −1 if the host has none.</summary>
    public static int MapOf<T, TKernel>()
    {
        var code = IsReal<T>() ? Code<TKernel>.In(Maps) : -1;
        return typeof(T) == typeof(double) && code >= MapsOfDoubles ? -1 : code;
    }

    public static int ZipOf<T, TKernel>() => IsReal<T>() ? Code<TKernel>.In(Zips) : -1;

    public static int ComparisonOf<T, TKernel>() => IsReal<T>() || typeof(T) == typeof(long) ? Code<TKernel>.In(Comparisons) : -1;

    /// <summary>dx = g where y &gt; 0, else 0.</summary>
    public static bool TryReluBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> y, Span<T> dx)
        where T : unmanaged
        => IsReal<T>() && Zip(Zips.Length, g, y, dx);

    /// <summary>dx = g (Φ(x) + x φ(x)).</summary>
    public static bool TryGeluBackward(ReadOnlySpan<float> g, ReadOnlySpan<float> x, Span<float> dx) => Zip(Zips.Length + 1, g, x, dx);

    /// <summary>Runs a walk that was laid out by the caller.</summary>
    public static void Run(HostKernel kernel, ref Walk walk) => Call(kernel, ref walk);

    private static bool Zip<T>(int code, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged
    {
        fixed (T* pa = a, pb = b, py = y)
        {
            var walk = new Walk { Code = code, X = pa, Y = pb, Z = py };
            walk.OneRow(y.Length);
            Call(Of<T>(HostKernel.ZipFloats), ref walk);
        }

        return true;
    }

    /// <summary>Up to three operands of one shape, walked row by row; dimension 0 is the row, steps are in elements.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Walk
    {
        public int Code, Rank;
        public fixed int Size[MaxRank];
        public fixed int At[MaxRank];
        public fixed int Step[3 * MaxRank];
        public void* X, Y, Z;
        public fixed int Bytes[3];

        /// <summary>All operands dense and of one length.</summary>
        public void OneRow(int length)
        {
            (Rank, Size[0]) = (1, length);
            (Step[0], Step[MaxRank], Step[2 * MaxRank]) = (1, 1, 1);
        }
    }
}
