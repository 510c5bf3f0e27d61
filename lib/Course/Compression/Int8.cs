using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Kernels;

namespace Course;

/// <summary>Whole numbers of eight bits: a grid of 255 values around zero, and the exact product of two matrices of them.</summary>
#pragma warning disable CA1720 // The type's name is what the class is about.
public static class Int8
#pragma warning restore CA1720
{
    /// <summary>The largest number of the grid; −128 is left out, so that it has as many below zero as above.</summary>
    public const int Largest = 127;

    // Multiplications from which a second thread pays: about 0.3 ms. On two busy cores 64 digits of 784-128-10, less than half of that,
    // took 1.4 ms on two threads and 0.3 ms on one.
    private const long ParallelWork = 1L << 24;

    // Added to a small float, its fraction is rounded off, to even at a half, and its lowest byte is the whole number.
    private const float Rounder = 3 << 22;

    /// <summary>The nearest numbers of the grid: values / scale, rounded to even at a half; what lies outside goes to its end.</summary>
    /// <param name="values">Any finite numbers.</param>
    /// <param name="scale">What one step of the grid is worth, above 0.</param>
    /// <returns>As many numbers, −127 to 127.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above 0, or infinite.</exception>
    public static sbyte[] Quantise(float[] values, double scale)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!(scale > 0 && double.IsFinite(scale)))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Int8.Quantise: a step of the grid is worth a number above 0, such as the largest size of a value divided by 127");
        }

        var result = new sbyte[values.Length];
        Quantise(values, (float)scale, result);
        return result;
    }

    /// <summary>Exact product of two matrices of whole numbers: each row of <paramref name="a"/> with each row of <paramref name="b"/>, as in a layer, whose weights have a row for each output.</summary>
    /// <param name="a">(m, depth), row after row.</param>
    /// <param name="b">(n, depth), row after row.</param>
    /// <param name="depth">The length of a row, 1 to 131,071: then no sum can be too large for 32 bits.</param>
    /// <returns>(m, n), row after row.</returns>
    /// <exception cref="ArgumentException">The matrices do not consist of rows of that length.</exception>
    /// <remarks>The same numbers on every processor and with any number of threads; <c>torch.set_num_threads</c> sets how many.</remarks>
    public static int[] Multiply(sbyte[] a, sbyte[] b, int depth)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (depth is < 1 or > Int8Gemm.MostDepth || a.Length % depth != 0 || b.Length % depth != 0)
        {
            throw new ArgumentException($"Int8.Multiply: {Numbers.Text(a.Length)} and {Numbers.Text(b.Length)} numbers in rows of {Numbers.Text(depth)}; both have to be whole rows, of 1 to {Numbers.Text(Int8Gemm.MostDepth)} numbers");
        }

        var (m, n) = (a.Length / depth, b.Length / depth);
        var c = new int[m * n];
        OverRows(m, (long)n * depth, (from, to) =>
            Int8Gemm.Multiply(to - from, n, depth, a.AsSpan(from * depth), b, c.AsSpan(from * n)));
        return c;
    }

    /// <summary>Calls <paramref name="body"/> with parts of the rows, on as many threads as their work pays for.</summary>
    internal static void OverRows(int rows, long workPerRow, Action<int, int> body)
    {
        var parts = rows * workPerRow < ParallelWork ? 1 : Math.Clamp(torch.get_num_threads(), 1, Math.Max(rows, 1));
        if (parts == 1)
        {
            body(0, rows);
            return;
        }

        Parallel.For(0, parts, part => body((int)((long)rows * part / parts), (int)((long)rows * (part + 1) / parts)));
    }

    // Compiled for speed at the first call, as the product is: the first thousand rows are what a reader times.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Quantise(ReadOnlySpan<float> values, float scale, Span<sbyte> to)
    {
        var (lanes, i) = (Vector<float>.Count, 0);
        for (; i <= values.Length - (4 * lanes); i += 4 * lanes)
        {
            var from = values.Slice(i, 4 * lanes);
            var low = Vector.Narrow(Bits(from, scale), Bits(from[lanes..], scale));
            var high = Vector.Narrow(Bits(from[(2 * lanes)..], scale), Bits(from[(3 * lanes)..], scale));
            Vector.Narrow(low, high).CopyTo(to[i..]);
        }

        for (; i < values.Length; i++)
        {
            to[i] = (sbyte)BitConverter.SingleToInt32Bits(Math.Clamp(values[i] / scale, -Largest, Largest) + Rounder);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Bits(ReadOnlySpan<float> from, float scale)
    {
        var steps = new Vector<float>(from) / new Vector<float>(scale);
        var inside = Vector.Min(Vector.Max(steps, new Vector<float>(-Largest)), new Vector<float>(Largest));
        return Vector.AsVectorInt32(inside + new Vector<float>(Rounder));
    }
}
