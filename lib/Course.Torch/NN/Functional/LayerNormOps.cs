using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Layer norm on dense tensors, without history.</summary>
internal static class LayerNormOps
{
    public static (Tensor Y, Tensor Means, Tensor Scales) Forward(Tensor x, Tensor? weight, Tensor? bias, int n, double eps) =>
        x.dtype == ScalarType.Float64 ? Forward<double>(x, weight, bias, n, eps) : Forward<float>(x, weight, bias, n, (float)eps);

    public static (Tensor Dx, Tensor? DWeight, Tensor? DBias) Backward(Tensor g, Tensor x, Tensor? weight, Tensor means, Tensor scales, int n, bool wantsWeight) =>
        x.dtype == ScalarType.Float64
            ? Backward<double>(g, x, weight, means, scales, n, wantsWeight)
            : Backward<float>(g, x, weight, means, scales, n, wantsWeight);

    private static (Tensor, Tensor, Tensor) Forward<T>(Tensor x, Tensor? weight, Tensor? bias, int n, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = x.Count / Math.Max(1, n);
        var y = x.EmptyLike();
        var (means, scales) = (Tensor.Empty([rows], x.dtype), Tensor.Empty([rows], x.dtype));
        LayerNormKernel.Forward(
            x.Dense<T>(), weight is null ? default : weight.Dense<T>(), bias is null ? default : bias.Dense<T>(), y.Dense<T>(), means.Dense<T>(), scales.Dense<T>(), n, eps);
        return (y, means, scales);
    }

    private static (Tensor, Tensor?, Tensor?) Backward<T>(Tensor g, Tensor x, Tensor? weight, Tensor means, Tensor scales, int n, bool wantsWeight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var dx = x.EmptyLike();
        var dWeight = wantsWeight ? zeros(n, x.dtype) : null;
        var dBias = wantsWeight ? zeros(n, x.dtype) : null;
        LayerNormKernel.Backward(
            g.Dense<T>(), x.Dense<T>(), weight is null ? default : weight.Dense<T>(), means.Dense<T>(), scales.Dense<T>(), dx.Dense<T>(),
            dWeight is null ? default : dWeight.Dense<T>(), dBias is null ? default : dBias.Dense<T>(), n, new T[n], new T[n]);
        GC.KeepAlive(g);
        GC.KeepAlive(x);
        return (dx, dWeight, dBias);
    }
}
