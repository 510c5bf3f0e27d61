using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// Matrix product of whole numbers of eight bits, summed in 32: exact, so the same on every instruction set.
/// Both matrices are read where they lie, along their rows: nothing is packed, and a product of one row costs no more than reading.
/// </summary>
/// <remarks>
/// Bytes are widened to 16 bits, multiplied, and neighbouring products added (VPMADDWD): twice as many products an instruction as with
/// single precision. .NET 8 has the instruction that takes bytes as they are (VNNI) only as a preview, and not in its AVX-512 form.
/// This file depends on nothing else of the engine: lib/Course compiles it too, so that it is there beside TorchSharp, which has no such product.
/// </remarks>
internal static class Int8Gemm
{
    /// <summary>The longest row whose sum fits 32 bits whatever the values: 2³¹ / 128².</summary>
    public const int MostDepth = (1 << 17) - 1;

    // A tile's sums stay in registers: 4 × 2 of them, two of b and one of a are what AVX2's sixteen hold.
    private const int TileRows = 4;
    private const int FewRowsColumns = 4;

    /// <summary>c (m × n) = a (m × k) · bᵀ (n × k), all row-major.</summary>
    /// <exception cref="ArgumentException">A span is too short for the sizes, or k exceeds <see cref="MostDepth"/>.</exception>
    public static void Multiply(int m, int n, int k, ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b, Span<int> c)
    {
        if (k > MostDepth || a.Length < (long)m * k || b.Length < (long)n * k || c.Length < (long)m * n)
        {
            throw new ArgumentException($"int8 product: {m} x {k} and {n} x {k} rows of {a.Length} and {b.Length} numbers into {c.Length}; rows of at most {MostDepth}");
        }

        if (Avx512BW.IsSupported && k >= Wide512.Step)
        {
            Rows<Vector512<short>, Vector512<int>, Wide512>(m, n, k, a, b, c);
        }
        else if (Avx2.IsSupported && k >= Wide256.Step)
        {
            Rows<Vector256<short>, Vector256<int>, Wide256>(m, n, k, a, b, c);
        }
        else if (k >= Portable.Step)
        {
            Rows<Vector128<short>, Vector128<int>, Portable>(m, n, k, a, b, c);
        }
        else
        {
            Plain(m, n, k, a, b, c);
        }
    }

    private static void Plain(int m, int n, int k, ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b, Span<int> c)
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = 0;
                for (var p = 0; p < k; p++)
                {
                    sum += a[(i * k) + p] * b[(j * k) + p];
                }

                c[(i * n) + j] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TWide, TSum, TLane>(int m, int n, int k, ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b, Span<int> c)
        where TWide : struct
        where TSum : struct
        where TLane : ILane<TWide, TSum>
    {
        var steps = (k + TLane.Step - 1) / TLane.Step;
        var wide = ArrayPool<TWide>.Shared.Rent(steps * TileRows);
        for (var i = 0; i < m;)
        {
            var rows = m - i >= TileRows ? TileRows : 1;
            for (var row = 0; row < rows; row++)
            {
                Widen<TWide, TSum, TLane>(a.Slice((i + row) * k, k), wide.AsSpan(row * steps, steps));
            }

            ref var first = ref MemoryMarshal.GetArrayDataReference(wide);
            ref var weights = ref MemoryMarshal.GetReference(b);
            ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), (nint)i * n);
            if (rows == TileRows)
            {
                Four<TWide, TSum, TLane>(n, k, steps, ref first, ref weights, ref target);
            }
            else
            {
                One<TWide, TSum, TLane>(n, k, steps, ref first, ref weights, ref target);
            }

            i += rows;
        }

        ArrayPool<TWide>.Shared.Return(wide);
    }

    // The last vector of b ends with its row, and so overlaps the one before: there a has zeros.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen<TWide, TSum, TLane>(ReadOnlySpan<sbyte> row, Span<TWide> to)
        where TWide : struct
        where TSum : struct
        where TLane : ILane<TWide, TSum>
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        var whole = row.Length / TLane.Step;
        for (var s = 0; s < whole; s++)
        {
            to[s] = TLane.Load(ref Unsafe.Add(ref from, s * TLane.Step));
        }

        if (whole < to.Length)
        {
            Span<sbyte> last = stackalloc sbyte[TLane.Step];
            last.Clear();
            var rest = row[(whole * TLane.Step)..];
            rest.CopyTo(last[^rest.Length..]);
            to[whole] = TLane.Load(ref MemoryMarshal.GetReference(last));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four<TWide, TSum, TLane>(int n, int k, int steps, ref TWide a, ref sbyte b, ref int c)
        where TWide : struct
        where TSum : struct
        where TLane : ILane<TWide, TSum>
    {
        ref var a1 = ref Unsafe.Add(ref a, steps);
        ref var a2 = ref Unsafe.Add(ref a, 2 * steps);
        ref var a3 = ref Unsafe.Add(ref a, 3 * steps);
        var j = 0;
        for (; j + 2 <= n; j += 2)
        {
            TSum c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
            ref var left = ref Unsafe.Add(ref b, (nint)j * k);
            ref var right = ref Unsafe.Add(ref left, k);
            nint at = 0;
            for (var s = 0; s < steps; s++)
            {
                var b0 = TLane.Load(ref Unsafe.Add(ref left, at));
                var b1 = TLane.Load(ref Unsafe.Add(ref right, at));
                var v0 = Unsafe.Add(ref a, s);
                c00 = TLane.MultiplyAdd(v0, b0, c00);
                c01 = TLane.MultiplyAdd(v0, b1, c01);
                var v1 = Unsafe.Add(ref a1, s);
                c10 = TLane.MultiplyAdd(v1, b0, c10);
                c11 = TLane.MultiplyAdd(v1, b1, c11);
                var v2 = Unsafe.Add(ref a2, s);
                c20 = TLane.MultiplyAdd(v2, b0, c20);
                c21 = TLane.MultiplyAdd(v2, b1, c21);
                var v3 = Unsafe.Add(ref a3, s);
                c30 = TLane.MultiplyAdd(v3, b0, c30);
                c31 = TLane.MultiplyAdd(v3, b1, c31);
                at = Math.Min(at + TLane.Step, k - TLane.Step);
            }

            var upper = Sums(TLane.Fold(c00), TLane.Fold(c01), TLane.Fold(c10), TLane.Fold(c11));
            var lower = Sums(TLane.Fold(c20), TLane.Fold(c21), TLane.Fold(c30), TLane.Fold(c31));
            ref var to = ref Unsafe.Add(ref c, j);
            upper.GetLower().StoreUnsafe(ref to);
            upper.GetUpper().StoreUnsafe(ref to, (nuint)n);
            lower.GetLower().StoreUnsafe(ref to, (nuint)(2 * n));
            lower.GetUpper().StoreUnsafe(ref to, (nuint)(3 * n));
        }

        for (; j < n; j++)
        {
            for (var row = 0; row < TileRows; row++)
            {
                Unsafe.Add(ref c, (row * n) + j) = Dot<TWide, TSum, TLane>(k, steps, ref Unsafe.Add(ref a, row * steps), ref Unsafe.Add(ref b, (nint)j * k));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<TWide, TSum, TLane>(int n, int k, int steps, ref TWide a, ref sbyte b, ref int c)
        where TWide : struct
        where TSum : struct
        where TLane : ILane<TWide, TSum>
    {
        var j = 0;
        for (; j + FewRowsColumns <= n; j += FewRowsColumns)
        {
            TSum c0 = default, c1 = default, c2 = default, c3 = default;
            ref var b0 = ref Unsafe.Add(ref b, (nint)j * k);
            ref var b1 = ref Unsafe.Add(ref b0, k);
            ref var b2 = ref Unsafe.Add(ref b1, k);
            ref var b3 = ref Unsafe.Add(ref b2, k);
            nint at = 0;
            for (var s = 0; s < steps; s++)
            {
                var v = Unsafe.Add(ref a, s);
                c0 = TLane.MultiplyAdd(v, TLane.Load(ref Unsafe.Add(ref b0, at)), c0);
                c1 = TLane.MultiplyAdd(v, TLane.Load(ref Unsafe.Add(ref b1, at)), c1);
                c2 = TLane.MultiplyAdd(v, TLane.Load(ref Unsafe.Add(ref b2, at)), c2);
                c3 = TLane.MultiplyAdd(v, TLane.Load(ref Unsafe.Add(ref b3, at)), c3);
                at = Math.Min(at + TLane.Step, k - TLane.Step);
            }

            Sums(TLane.Fold(c0), TLane.Fold(c1), TLane.Fold(c2), TLane.Fold(c3)).StoreUnsafe(ref c, (nuint)j);
        }

        for (; j < n; j++)
        {
            Unsafe.Add(ref c, j) = Dot<TWide, TSum, TLane>(k, steps, ref a, ref Unsafe.Add(ref b, (nint)j * k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Dot<TWide, TSum, TLane>(int k, int steps, ref TWide a, ref sbyte b)
        where TWide : struct
        where TSum : struct
        where TLane : ILane<TWide, TSum>
    {
        TSum sum = default;
        for (var s = 0; s < steps; s++)
        {
            sum = TLane.MultiplyAdd(Unsafe.Add(ref a, s), TLane.Load(ref Unsafe.Add(ref b, (nint)Math.Min(s * TLane.Step, k - TLane.Step))), sum);
        }

        return Vector128.Sum(TLane.Fold(sum));
    }

    // Four sums at once: short rows spend much of their time here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Sums(Vector128<int> a, Vector128<int> b, Vector128<int> c, Vector128<int> d) => Ssse3.IsSupported
        ? Ssse3.HorizontalAdd(Ssse3.HorizontalAdd(a, b), Ssse3.HorizontalAdd(c, d))
        : Vector128.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));

    /// <summary>One register of numbers.</summary>
    private interface ILane<TWide, TSum>
        where TWide : struct
        where TSum : struct
    {
        static abstract int Step { get; }

        static abstract TWide Load(ref sbyte from);

        static abstract TSum MultiplyAdd(TWide a, TWide b, TSum sum);

        /// <summary>Four numbers with the same sum.</summary>
        static abstract Vector128<int> Fold(TSum lanes);
    }

    private readonly struct Wide512 : ILane<Vector512<short>, Vector512<int>>
    {
        public static int Step => 32;

        public static Vector512<short> Load(ref sbyte from) => Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref from));

        public static Vector512<int> MultiplyAdd(Vector512<short> a, Vector512<short> b, Vector512<int> sum) => Avx512BW.MultiplyAddAdjacent(a, b) + sum;

        public static Vector128<int> Fold(Vector512<int> lanes) => Wide256.Fold(lanes.GetLower() + lanes.GetUpper());
    }

    private readonly struct Wide256 : ILane<Vector256<short>, Vector256<int>>
    {
        public static int Step => 16;

        public static Vector256<short> Load(ref sbyte from) => Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref from));

        public static Vector256<int> MultiplyAdd(Vector256<short> a, Vector256<short> b, Vector256<int> sum) => Avx2.MultiplyAddAdjacent(a, b) + sum;

        public static Vector128<int> Fold(Vector256<int> lanes) => lanes.GetLower() + lanes.GetUpper();
    }

    /// <summary>Any machine, also with hardware intrinsics off. A product of two bytes fits 16 bits: at most 128².</summary>
    private readonly struct Portable : ILane<Vector128<short>, Vector128<int>>
    {
        public static int Step => 8;

        public static Vector128<short> Load(ref sbyte from) =>
            Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref from))).AsSByte());

        public static Vector128<int> MultiplyAdd(Vector128<short> a, Vector128<short> b, Vector128<int> sum)
        {
            var products = a * b;
            return sum + Vector128.WidenLower(products) + Vector128.WidenUpper(products);
        }

        public static Vector128<int> Fold(Vector128<int> lanes) => lanes;
    }
}
