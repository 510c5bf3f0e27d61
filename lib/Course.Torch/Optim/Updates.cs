using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Optimiser kernels on tensors. State is dense; a parameter or gradient that is not goes through a copy.</summary>
internal static class Updates
{
    public static void Adam(Tensor p, Tensor g, Tensor mean, Tensor square, Tensor? largest, in OptimizerKernels.AdamNumbers numbers)
    {
        var (target, gradient) = (p.IsDense ? p : p.Copy(), g.contiguous());
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
        var (target, gradient) = (p.IsDense ? p : p.Copy(), g.contiguous());
        if (p.dtype == ScalarType.Float64)
        {
            OptimizerKernels.Sgd(
                target.Dense<double>(), gradient.Dense<double>(), buffer is null ? default : buffer.Dense<double>(), first, rate, momentum, dampening, decay, nesterov, sign);
        }
        else
        {
            OptimizerKernels.Sgd(
                target.Dense<float>(), gradient.Dense<float>(), buffer is null ? default : buffer.Dense<float>(), first, rate, momentum, dampening, decay, nesterov, sign);
        }

        Finish(p, target, gradient);
    }

    private static void Adam<T>(Tensor p, Tensor g, Tensor mean, Tensor square, Tensor? largest, in OptimizerKernels.AdamNumbers numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => OptimizerKernels.Adam(
            p.Dense<T>(), g.Dense<T>(), mean.Dense<T>(), square.Dense<T>(), largest is null ? default : largest.Dense<T>(), numbers);

    private static void Finish(Tensor p, Tensor target, Tensor gradient)
    {
        if (!ReferenceEquals(p, target))
        {
            Copying.Copy(target, p);
        }

        GC.KeepAlive(gradient);
    }
}
