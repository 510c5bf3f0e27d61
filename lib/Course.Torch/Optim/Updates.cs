using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Optimiser kernels on tensors. State is dense; a parameter or gradient that is not goes through a copy.</summary>
internal static class Updates
{
    public static void Adam(Tensor p, Tensor g, Tensor mean, Tensor square, Tensor? largest, in OptimizerKernels.AdamNumbers numbers)
    {
        var (target, gradient) = (p.IsDense ? p : p.Copy(), g.Packed());
        if (p.dtype == ScalarType.Float64)
        {
            Adam<double>(target, gradient, mean, square, largest, numbers);
        }
        else
        {
            Adam<float>(target, gradient, mean, square, largest, numbers);
        }

        Finish(p, target, gradient);
    }

    public static void Sgd(
        Tensor p, Tensor g, Tensor? buffer, bool first, double rate, double momentum, double dampening, double decay, bool nesterov, double sign)
    {
        var (target, gradient) = (p.IsDense ? p : p.Copy(), g.Packed());
        if (p.dtype == ScalarType.Float64)
        {
            Sgd<double>(target, gradient, buffer, first, rate, momentum, dampening, decay, nesterov, sign);
        }
        else
        {
            Sgd<float>(target, gradient, buffer, first, rate, momentum, dampening, decay, nesterov, sign);
        }

        Finish(p, target, gradient);
    }

    private static void Adam<T>(Tensor p, Tensor g, Tensor mean, Tensor square, Tensor? largest, OptimizerKernels.AdamNumbers numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(p.Count, Workers.RowGrain, (from, to) => OptimizerKernels.Adam(
            p.Dense<T>()[from..to], g.Dense<T>()[from..to], mean.Dense<T>()[from..to], square.Dense<T>()[from..to], Part<T>(largest, from, to), numbers));

    private static void Sgd<T>(
        Tensor p, Tensor g, Tensor? buffer, bool first, double rate, double momentum, double dampening, double decay, bool nesterov, double sign)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(p.Count, Workers.RowGrain, (from, to) => OptimizerKernels.Sgd(
            p.Dense<T>()[from..to], g.Dense<T>()[from..to], Part<T>(buffer, from, to), first, rate, momentum, dampening, decay, nesterov, sign));

    private static Span<T> Part<T>(Tensor? state, int from, int to)
        where T : unmanaged
        => state is null ? default : state.Dense<T>()[from..to];

    private static void Finish(Tensor p, Tensor target, Tensor gradient)
    {
        if (!ReferenceEquals(p, target))
        {
            Copying.Copy(target, p);
        }

        GC.KeepAlive(gradient);
    }
}
