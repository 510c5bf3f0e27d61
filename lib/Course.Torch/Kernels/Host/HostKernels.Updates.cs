using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Steps of optimisers.</content>
internal static unsafe partial class HostKernels
{
    public static void Adam<T>(Span<T> p, ReadOnlySpan<T> g, Span<T> mean, Span<T> square, Span<T> largest, in OptimizerKernels.AdamNumbers numbers)
        where T : unmanaged
    {
        fixed (T* pp = p, pg = g, pm = mean, ps = square, pl = largest)
        {
            var call = new AdamStep { Numbers = numbers, Type = typeof(T) == typeof(float) ? 0 : 1, N = p.Length, P = pp, G = pg, Mean = pm, Square = ps, Largest = pl };
            Call(HostKernel.Adam, ref call);
        }
    }

    public static void Sgd<T>(Span<T> p, ReadOnlySpan<T> g, Span<T> buffer, bool first, double rate, double momentum, double dampening, double decay, bool nesterov, double sign)
        where T : unmanaged
    {
        fixed (T* pp = p, pg = g, pb = buffer)
        {
            var call = new SgdStep
            {
                Rate = rate, Momentum = momentum, Dampening = dampening, Decay = decay, Sign = sign, Type = typeof(T) == typeof(float) ? 0 : 1,
                N = p.Length, First = first ? 1 : 0, Nesterov = nesterov ? 1 : 0, P = pp, G = pg, Buffer = pb,
            };
            Call(HostKernel.Sgd, ref call);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct AdamStep
    {
        public OptimizerKernels.AdamNumbers Numbers;
        public int Type, N;
        public void* P, G, Mean, Square, Largest;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct SgdStep
    {
        public double Rate, Momentum, Dampening, Decay, Sign;
        public int Type, N, First, Nesterov;
        public void* P, G, Buffer;
    }
}
