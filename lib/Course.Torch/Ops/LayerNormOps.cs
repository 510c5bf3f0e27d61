using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Layer norm on dense tensors.</summary>
internal static class LayerNormOps
{
    // Groups of rows whose parameter gradients are added up before they join the total: fixed, so that the sum does not depend on the threads.
    private const int Parts = 16;

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
        Workers.Rows(rows, n, (from, to) => LayerNormKernel.Forward(
            x.Dense<T>()[(from * n)..(to * n)], Values<T>(weight), Values<T>(bias), y.Dense<T>()[(from * n)..(to * n)],
            means.Dense<T>()[from..to], scales.Dense<T>()[from..to], n, eps));
        return (y, means, scales);
    }

    private static (Tensor, Tensor?, Tensor?) Backward<T>(Tensor g, Tensor x, Tensor? weight, Tensor means, Tensor scales, int n, bool wantsWeight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = means.Count;
        var dx = x.EmptyLike();
        var each = (rows + Parts - 1) / Parts;
        var parts = wantsWeight ? Math.Min(Parts, rows) : 0;
        using var dWeights = Tensor.Zeros([parts, n], x.dtype);
        using var dBiases = Tensor.Zeros([parts, n], x.dtype);
        Workers.For(Parts, Math.Max(1, Workers.RowGrain / Math.Max(1, each * n)), (first, last) =>
        {
            for (var part = first; part < last; part++)
            {
                var (from, to) = (Math.Min(part * each, rows), Math.Min((part + 1) * each, rows));
                LayerNormKernel.Backward(
                    g.Dense<T>()[(from * n)..(to * n)], x.Dense<T>()[(from * n)..(to * n)], Values<T>(weight),
                    means.Dense<T>()[from..to], scales.Dense<T>()[from..to], dx.Dense<T>()[(from * n)..(to * n)],
                    Part<T>(dWeights, part, n), Part<T>(dBiases, part, n), n);
            }
        });
        GC.KeepAlive(g);
        GC.KeepAlive(x);
        return (dx, wantsWeight ? ReduceOps.SumFirst(dWeights) : null, wantsWeight ? ReduceOps.SumFirst(dBiases) : null);
    }

    private static Span<T> Values<T>(Tensor? parameter)
        where T : unmanaged
        => parameter is null ? default : parameter.Dense<T>();

    private static Span<T> Part<T>(Tensor parts, int part, int n)
        where T : unmanaged
        => part < parts.Shape[0] ? parts.Dense<T>().Slice(part * n, n) : default;
}
