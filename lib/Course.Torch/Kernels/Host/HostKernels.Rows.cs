using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Softmax, cross-entropy and layer norm of float rows.</content>
internal static unsafe partial class HostKernels
{
    /// <summary>In the order of rows.c.</summary>
    public enum SoftmaxKind
    {
        Forward,
        LogForward,
        Backward,
        LogBackward,
    }

    /// <param name="x">On the way back the result of the way there.</param>
    /// <param name="g">Empty on the way there.</param>
    public static bool TrySoftmax<T>(SoftmaxKind kind, ReadOnlySpan<T> x, ReadOnlySpan<T> g, Span<T> y, int n)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float))
        {
            return false;
        }

        fixed (T* px = x, pg = g, py = y)
        {
            var call = new Softmax { Kind = (int)kind, Rows = n == 0 ? 0 : x.Length / n, N = n, X = px, G = pg, Y = py };
            Call(HostKernel.Softmax, ref call);
        }

        return true;
    }

    public static bool TryCrossEntropy<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> classes, Span<T> losses, Span<T> logs, int n)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float) || n > ScratchNumbers)
        {
            return false;
        }

        fixed (long* pc = classes)
        fixed (T* px = x, pl = losses, pe = logs)
        {
            var call = new CrossEntropy { Rows = classes.Length, N = n, X = px, Classes = pc, Losses = pl, Logs = pe, Scratch = HostKernels.Scratch };
            Call(HostKernel.CrossEntropy, ref call);
        }

        return true;
    }

    public static bool TryCrossEntropyBackward<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> classes, ReadOnlySpan<T> logs, ReadOnlySpan<T> g, Span<T> dx, int n)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float))
        {
            return false;
        }

        fixed (long* pc = classes)
        fixed (T* px = x, pe = logs, pg = g, pd = dx)
        {
            var call = new CrossEntropy { Rows = classes.Length, N = n, X = px, Classes = pc, Logs = pe, G = pg, Dx = pd };
            Call(HostKernel.CrossEntropyBackward, ref call);
        }

        return true;
    }

    public static bool TryLayerNorm<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y, Span<T> means, Span<T> scales, int n, float eps)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float))
        {
            return false;
        }

        fixed (T* px = x, pw = weight, pb = bias, py = y, pm = means, ps = scales)
        {
            var call = new LayerNorm { Rows = means.Length, N = n, Eps = eps, X = px, Weight = pw, Bias = pb, Y = py, Means = pm, Scales = ps };
            Call(HostKernel.LayerNorm, ref call);
        }

        return true;
    }

    public static bool TryLayerNormBackward<T>(
        ReadOnlySpan<T> g, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> means, ReadOnlySpan<T> scales,
        Span<T> dx, Span<T> dWeight, Span<T> dBias, int n)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float))
        {
            return false;
        }

        fixed (T* pg = g, px = x, pw = weight, pm = means, ps = scales, pd = dx, pdw = dWeight, pdb = dBias)
        {
            var call = new LayerNorm
            {
                Rows = means.Length, N = n, X = px, Weight = pw, Means = pm, Scales = ps, G = pg, Dx = pd, DWeight = pdw, DBias = pdb,
            };
            Call(HostKernel.LayerNormBackward, ref call);
        }

        return true;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Softmax
    {
        public int Kind, Rows, N;
        public void* X, G, Y;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct CrossEntropy
    {
        public int Rows, N;
        public void* X, Classes, Losses, Logs, G, Dx, Scratch;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct LayerNorm
    {
        public int Rows, N;
        public float Eps;
        public void* X, Weight, Bias, Y, Means, Scales, G, Dx, DWeight, DBias;
    }
}
