using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Cross-entropy of (N, C) scores against checked classes (N), one loss per row, with its gradient in one pass.</summary>
internal static class CrossEntropyOps
{
    // Saved: x, classes, logs.
    private static readonly GradientRule Rule = (node, g) =>
    {
        var (x, classes, logs) = (node.Saved(0), node.Saved(1), node.Saved(2));
        if (Graph.Enabled)
        {
            var hits = nn.functional.one_hot(classes, x.Shape[1]).to_type(x.dtype);
            node.Pass(0, (x.softmax(1) - hits) * g.unsqueeze(1));
            return;
        }

        node.Pass(0, x.dtype == ScalarType.Float64 ? Backward<double>(x, classes, logs, g.contiguous()) : Backward<float>(x, classes, logs, g.contiguous()));
    };

    public static Tensor PerRow(Tensor scores, Tensor classes)
    {
        var (x, at) = (scores.contiguous(), classes.contiguous());
        var (losses, logs) = (Tensor.Empty([x.Shape[0]], x.dtype), Tensor.Empty([x.Shape[0]], x.dtype));
        if (x.dtype == ScalarType.Float64)
        {
            Forward<double>(x, at, losses, logs);
        }
        else
        {
            Forward<float>(x, at, losses, logs);
        }

        return Graph.Record(losses, Rule, [x], [x, at, logs], "cross_entropy");
    }

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
        return Graph.Done(dx, classes, g);
    }
}
