using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Matrix products, and attention which is made of them.</content>
internal static unsafe partial class HostKernels
{
    public static bool TryMultiply<T>(int m, int n, int k, MatrixView<T> a, MatrixView<T> b, T* c, int stride, bool accumulate)
        where T : unmanaged
    {
        if (!IsReal<T>())
        {
            return false;
        }

        var call = new Product
        {
            Type = typeof(T) == typeof(float) ? 0 : 1,
            M = m,
            N = n,
            K = k,
            A = a.Data,
            RowA = a.RowStride,
            ColumnA = a.ColumnStride,
            B = b.Data,
            RowB = b.RowStride,
            ColumnB = b.ColumnStride,
            C = c,
            Stride = stride,
            Accumulate = accumulate ? 1 : 0,
            Scratch = HostKernels.Scratch,
        };
        Call(HostKernel.Product, ref call);
        return true;
    }

    /// <summary>All heads in one call. Scratch and sizes are filled in here, operands by the caller.</summary>
    public static void Attention(in AttentionKernel.Sizes sizes, ref Heads heads, bool backward)
    {
        (heads.Queries, heads.Keys, heads.Width, heads.ValueWidth) = (sizes.Queries, sizes.Keys, sizes.Width, sizes.ValueWidth);
        (heads.Causal, heads.Scale) = (sizes.Causal ? 1 : 0, sizes.Scale);
        heads.Scratch = HostKernels.Scratch;
        Call(backward ? HostKernel.AttentionBackward : HostKernel.Attention, ref heads);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Product
    {
        public int Type, M, N, K;
        public void* A;
        public int RowA, ColumnA;
        public void* B;
        public int RowB, ColumnB;
        public void* C;
        public int Stride, Accumulate;
        public void* Scratch;
    }

    /// <summary>Attention's operands in the order q, k, v, y, g, dq, dk, dv: the first head of each, and the steps to the next row, inner head and outer head.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Heads
    {
        public int Outer, Inner, Queries, Keys, Width, ValueWidth, Causal;
        public float Scale;
        public Operands At;
        public fixed int Row[Operands.Count];
        public fixed int Step[Operands.Count];
        public fixed int Stride[Operands.Count];
        public float* Weights, Scores;
        public void* Scratch;
    }

    /// <summary>Addresses in the order of <see cref="Heads"/>; null where a direction has none.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Operands
    {
        public const int Count = 8;

        public float* Q, K, V, Y, G, Dq, Dk, Dv;
    }
}
