using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of activations on tensors, without history.</summary>
internal static class ActivationOps
{
    public static Tensor ReluBackward(Tensor g, Tensor y)
    {
        (g, y) = (g.contiguous(), y.contiguous());
        var dx = g.EmptyLike();
        Dispatch.Number(g.dtype, new ReluWork(g, y, dx));
        return Graph.Done(dx, g, y);
    }

    public static Tensor GeluBackward(Tensor g, Tensor x)
    {
        (g, x) = (g.contiguous(), x.contiguous());
        var dx = g.EmptyLike();
        GeluKernel.Backward(g.Dense<float>(), x.Dense<float>(), dx.Dense<float>());
        return Graph.Done(dx, g, x);
    }

    private readonly struct ReluWork(Tensor g, Tensor y, Tensor dx) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
            => ActivationKernels.ReluBackward<T>(g.Dense<T>(), y.Dense<T>(), dx.Dense<T>());
    }
}
