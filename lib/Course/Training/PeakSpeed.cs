using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace Course;

/// <summary>The most that this machine's cores can compute, found by letting them multiply and add in registers and touch no memory.</summary>
public static class PeakSpeed
{
    private const int Chains = 12;   // independent sums: enough to keep two units with a latency of four or five busy
    private const int Rounds = 1_000_000;
    private const int Repeats = 8;

    /// <summary>Single-precision peak of all cores together, the best of a few short bursts (about 0.3 s). In a browser's tab, where C# is interpreted, that of the engine's kernels.</summary>
    /// <param name="threads">As many cores as take part; all of them when not given.</param>
    /// <returns>GFLOP/s: thousand millions of multiplications and additions a second.</returns>
    public static double Gflops(int? threads = null)
    {
        var count = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (OperatingSystem.IsBrowser())
        {
            return OfKernels();
        }

        var (burst, lanes) = Widest();
        burst(Rounds / 10);   // compiled before it is timed
        var best = Enumerable.Range(0, Repeats).Min(_ => Seconds(burst, count));
        return 2.0 * lanes * Chains * Rounds * count / best / 1e9;
    }

    // From the first start to the last end, noted by the workers themselves: the caller may be kept waiting on a busy machine.
    private static double Seconds(Func<int, float> burst, int threads)
    {
        using var start = new Barrier(threads);
        var spans = new (long Start, long End)[threads];
        var workers = Enumerable.Range(0, threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            var begun = Stopwatch.GetTimestamp();
            burst(Rounds);
            spans[i] = (begun, Stopwatch.GetTimestamp());
        })).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return Stopwatch.GetElapsedTime(spans.Min(span => span.Start), spans.Max(span => span.End)).TotalSeconds;
    }

    // Tables that fit the caches; a browser's clock may be coarse, so that a burst is many products.
    private static double OfKernels()
    {
        const int Size = 192, Products = 20;
        using var scope = torch.NewDisposeScope();
        torch.Tensor a = torch.ones(Size, Size), b = torch.ones(Size, Size);
        double Burst()
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Products; i++)
            {
                a.matmul(b).Dispose();
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return 2.0 * Size * Size * Size * Products / Enumerable.Range(0, Repeats).Min(_ => Burst()) / 1e9;
    }

    private static (Func<int, float> Burst, int Lanes) Widest() =>
        Avx512F.IsSupported ? (Burst<Unit512, Vector512<float>>, Vector512<float>.Count)
        : Fma.IsSupported ? (Burst<Unit256, Vector256<float>>, Vector256<float>.Count)
        : AdvSimd.IsSupported ? (Burst<Unit128, Vector128<float>>, Vector128<float>.Count)
        : (Burst<UnitAny, Vector<float>>, Vector<float>.Count);

    // Twelve named chains, not an array: each has to stay in a register.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Burst<TUnit, T>(int rounds)
        where TUnit : IUnit<T>
    {
        var (m, s) = (TUnit.Fill(0.999f), TUnit.Fill(0.001f));
        T a = s, b = s, c = s, d = s, e = s, f = s, g = s, h = s, i = s, j = s, k = s, l = s;
        for (var n = 0; n < rounds; n++)
        {
            a = TUnit.MultiplyAdd(a, m, s);
            b = TUnit.MultiplyAdd(b, m, s);
            c = TUnit.MultiplyAdd(c, m, s);
            d = TUnit.MultiplyAdd(d, m, s);
            e = TUnit.MultiplyAdd(e, m, s);
            f = TUnit.MultiplyAdd(f, m, s);
            g = TUnit.MultiplyAdd(g, m, s);
            h = TUnit.MultiplyAdd(h, m, s);
            i = TUnit.MultiplyAdd(i, m, s);
            j = TUnit.MultiplyAdd(j, m, s);
            k = TUnit.MultiplyAdd(k, m, s);
            l = TUnit.MultiplyAdd(l, m, s);
        }

        // All are used, else the compiler may leave them out.
        return TUnit.Sum(a) + TUnit.Sum(b) + TUnit.Sum(c) + TUnit.Sum(d) + TUnit.Sum(e) + TUnit.Sum(f)
            + TUnit.Sum(g) + TUnit.Sum(h) + TUnit.Sum(i) + TUnit.Sum(j) + TUnit.Sum(k) + TUnit.Sum(l);
    }

    private interface IUnit<T>
    {
        static abstract T Fill(float value);

        static abstract T MultiplyAdd(T a, T m, T s);

        static abstract float Sum(T a);
    }

    private readonly struct Unit512 : IUnit<Vector512<float>>
    {
        public static Vector512<float> Fill(float value) => Vector512.Create(value);

        public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> m, Vector512<float> s) => Avx512F.FusedMultiplyAdd(a, m, s);

        public static float Sum(Vector512<float> a) => Vector512.Sum(a);
    }

    private readonly struct Unit256 : IUnit<Vector256<float>>
    {
        public static Vector256<float> Fill(float value) => Vector256.Create(value);

        public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> m, Vector256<float> s) => Fma.MultiplyAdd(a, m, s);

        public static float Sum(Vector256<float> a) => Vector256.Sum(a);
    }

    private readonly struct Unit128 : IUnit<Vector128<float>>
    {
        public static Vector128<float> Fill(float value) => Vector128.Create(value);

        public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> m, Vector128<float> s) => AdvSimd.FusedMultiplyAdd(s, a, m);

        public static float Sum(Vector128<float> a) => Vector128.Sum(a);
    }

    private readonly struct UnitAny : IUnit<Vector<float>>
    {
        public static Vector<float> Fill(float value) => new(value);

        public static Vector<float> MultiplyAdd(Vector<float> a, Vector<float> m, Vector<float> s) => (a * m) + s;

        public static float Sum(Vector<float> a) => Vector.Sum(a);
    }
}
