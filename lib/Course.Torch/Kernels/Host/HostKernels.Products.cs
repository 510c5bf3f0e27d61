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

    public static void Attention(in AttentionKernel.Sizes sizes, MatrixView<float> q, MatrixView<float> k, MatrixView<float> v, float* weights, float* y, int stride)
    {
        var call = NewHead(sizes, q, k, v, weights);
        call.Y = y;
        call.StepY = stride;
        Call(HostKernel.Attention, ref call);
    }

    public static void AttentionBackward(
        in AttentionKernel.Sizes sizes, MatrixView<float> g, MatrixView<float> q, MatrixView<float> k, MatrixView<float> v, float* weights, float* scores,
        MatrixView<float> dq, MatrixView<float> dk, MatrixView<float> dv)
    {
        var call = NewHead(sizes, q, k, v, weights);
        call.G = g.Data;
        call.StepG = g.RowStride;
        call.Scores = scores;
        call.Dq = dq.Data;
        call.Dk = dk.Data;
        call.Dv = dv.Data;
        (call.StepDq, call.StepDk, call.StepDv) = (dq.RowStride, dk.RowStride, dv.RowStride);
        Call(HostKernel.AttentionBackward, ref call);
    }

    private static Head NewHead(in AttentionKernel.Sizes sizes, MatrixView<float> q, MatrixView<float> k, MatrixView<float> v, float* weights) => new()
    {
        Queries = sizes.Queries,
        Keys = sizes.Keys,
        Width = sizes.Width,
        ValueWidth = sizes.ValueWidth,
        Causal = sizes.Causal ? 1 : 0,
        Scale = sizes.Scale,
        Q = q.Data,
        K = k.Data,
        V = v.Data,
        StepQ = q.RowStride,
        StepK = k.RowStride,
        StepV = v.RowStride,
        Weights = weights,
        Scratch = HostKernels.Scratch,
    };

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

    [StructLayout(LayoutKind.Sequential)]
    private struct Head
    {
        public int Queries, Keys, Width, ValueWidth, Causal;
        public float Scale;
        public float* Q, K, V;
        public int StepQ, StepK, StepV;
        public float* Weights, Y;
        public int StepY;
        public float* G;
        public int StepG;
        public float* Scores, Dq, Dk, Dv;
        public int StepDq, StepDk, StepDv;
        public void* Scratch;
    }
}
