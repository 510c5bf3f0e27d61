using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Cross-entropy of dense (N, C) scores against checked classes (N), one loss per row, with its gradient in one pass.</summary>
internal static class CrossEntropyOps
{
    /// <summary>The losses, and the logarithms of each row's sum for the way back.</summary>
    public static (Tensor Losses, Tensor Logs) Forward(Tensor x, Tensor classes)
    {
        var (losses, logs) = (Tensor.Empty([x.Shape[0]], x.dtype), Tensor.Empty([x.Shape[0]], x.dtype));
        if (x.dtype == ScalarType.Float64)
        {
            Forward<double>(x, classes, losses, logs);
        }
        else
        {
            Forward<float>(x, classes, losses, logs);
        }

        return (losses, logs);
    }

    public static Tensor Backward(Tensor x, Tensor classes, Tensor logs, Tensor g) =>
        x.dtype == ScalarType.Float64 ? Backward<double>(x, classes, logs, g) : Backward<float>(x, classes, logs, g);

    private static void Forward<T>(Tensor x, Tensor classes, Tensor losses, Tensor logs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var n = (int)x.Shape[1];
        Workers.Rows(classes.Count, n, (from, to) => CrossEntropyKernel.Forward(
            x.Dense<T>()[(from * n)..(to * n)], classes.Dense<long>()[from..to], losses.Dense<T>()[from..to], logs.Dense<T>()[from..to], n));
        GC.KeepAlive(classes);
    }

    private static Tensor Backward<T>(Tensor x, Tensor classes, Tensor logs, Tensor g)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (dx, n) = (x.EmptyLike(), (int)x.Shape[1]);
        Workers.Rows(classes.Count, n, (from, to) => CrossEntropyKernel.Backward(
            x.Dense<T>()[(from * n)..(to * n)], classes.Dense<long>()[from..to], logs.Dense<T>()[from..to], g.Dense<T>()[from..to], dx.Dense<T>()[(from * n)..(to * n)], n));
        GC.KeepAlive(x);
        GC.KeepAlive(logs);
        return Tensor.Done(dx, classes, g);
    }
}
