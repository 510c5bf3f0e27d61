using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Many values to one.</content>
internal static unsafe partial class HostKernels
{
    // In the order of reduce.c; the places of the largest and the smallest follow.
    private static readonly Type[] Reducers = [typeof(SumReducer), typeof(ProductReducer), typeof(MaxReducer), typeof(MinReducer)];

    /// <summary>(outer, n, inner) to (outer, inner).</summary>
    public static bool TryReduce<T, TReducer>(ReadOnlySpan<T> x, Span<T> y, int outer, int n, int inner)
        where T : unmanaged
        where TReducer : IReducer
    {
        if (!IsReal<T>() || n == 0)
        {
            return false;
        }

        fixed (T* px = x, py = y)
        {
            Reduce<T>(Code<TReducer>.In(Reducers), outer, n, inner, px, py);
        }

        return true;
    }

    public static bool TryArgBest<T>(ReadOnlySpan<T> x, Span<long> y, int n, bool largest)
        where T : unmanaged
    {
        if (!IsReal<T>() || n == 0)
        {
            return false;
        }

        fixed (T* px = x)
        fixed (long* py = y)
        {
            Reduce<T>(Reducers.Length + (largest ? 0 : 1), y.Length, n, 1, px, py);
        }

        return true;
    }

    private static void Reduce<T>(int kind, int outer, int n, int inner, void* x, void* y)
    {
        var call = new Reduction { Kind = kind, Outer = outer, N = n, Inner = inner, X = x, Y = y, Scratch = HostKernels.Scratch };
        Call(Of<T>(HostKernel.ReduceFloats), ref call);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Reduction
    {
        public int Kind, Outer, N, Inner;
        public void* X, Y, Scratch;
    }

    /// <summary>A kernel's place in a list, found once.</summary>
    private static class Code<TKernel>
    {
        private static int? _place;

        public static int In(Type[] list) => _place ??= Array.IndexOf(list, typeof(TKernel));
    }
}
