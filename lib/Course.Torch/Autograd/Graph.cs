using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Recording: whether an operation is watched, and the node it leaves behind.</summary>
internal static class Graph
{
    [ThreadStatic]
    private static bool _off;

    [ThreadStatic]
    private static bool _inference;

    public static bool Enabled
    {
        get => !_off;
        set => _off = !value;
    }

    public static bool Inference
    {
        get => _inference;
        set => _inference = value;
    }

    public static bool Wants(Tensor a) => !_off && a.requires_grad;

    public static bool Wants(Tensor a, Tensor b) => !_off && (a.requires_grad || b.requires_grad);

    public static bool Wants(ReadOnlySpan<Tensor> inputs)
    {
        if (!_off)
        {
            foreach (var input in inputs)
            {
                if (input.requires_grad)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Links a result to its inputs if any of them is tracked. Calling it last also keeps the inputs alive while the kernel ran.
    /// </summary>
    public static Tensor Record(
        Tensor result,
        GradientRule rule,
        ReadOnlySpan<Tensor> inputs,
        ReadOnlySpan<Tensor> saved = default,
        [CallerMemberName] string op = "")
    {
        if (Wants(inputs) && result.dtype.IsFloating())
        {
            var node = new Node(op, rule, inputs);
            result.Attach(node);
            node.Save(saved);
        }

        KeepAlive(inputs);
        return result;
    }

    private static void KeepAlive(ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            GC.KeepAlive(input);
        }
    }
}
