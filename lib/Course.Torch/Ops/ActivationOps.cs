using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Gradients of activations on dense tensors.</summary>
internal static class ActivationOps
{
    public static Tensor ReluBackward(Tensor g, Tensor y)
    {
        var dx = g.EmptyLike();
        Dispatch.Number(g.dtype, new ReluWork(g, y, dx));
        return Tensor.Done(dx, g, y);
    }

    public static Tensor GeluBackward(Tensor g, Tensor x)
    {
        var dx = g.EmptyLike();
        Workers.For(dx.Count, Workers.RowGrain, (from, to) => GeluFloats.Backward(
            g.Dense<float>()[from..to], x.Dense<float>()[from..to], dx.Dense<float>()[from..to]));
        return Tensor.Done(dx, g, x);
    }

    private readonly struct ReluWork(Tensor g, Tensor y, Tensor dx) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (gradient, result, target) = (g, y, dx);
            Workers.For(dx.Count, Workers.ElementwiseGrain, (from, to) => ActivationKernels.ReluBackward<T>(
                gradient.Dense<T>()[from..to], result.Dense<T>()[from..to], target.Dense<T>()[from..to]));
        }
    }
}
