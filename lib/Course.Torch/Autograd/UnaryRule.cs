using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The derivative of a function of one tensor, and whether it is written in the input or the result.</summary>
internal sealed class UnaryRule
{
    private UnaryRule(bool savesInput, bool savesResult, GradientRule rule)
    {
        SavesInput = savesInput;
        SavesResult = savesResult;
        Rule = rule;
    }

    public bool SavesInput { get; }

    public bool SavesResult { get; }

    public GradientRule Rule { get; }

    /// <summary>x ↦ gradient, from g and the input.</summary>
    public static UnaryRule OfInput(Func<Tensor, Tensor, Tensor> rule) =>
        new(true, false, (node, g) => node.Pass(0, rule(g, node.Saved(0))));

    /// <summary>y ↦ gradient, from g and the result.</summary>
    public static UnaryRule OfResult(Func<Tensor, Tensor, Tensor> rule) =>
        new(false, true, (node, g) => node.Pass(0, rule(g, node.Saved(0))));

    /// <summary>The same gradient as one kernel on dense tensors, from g and what was saved: for passes that are not recorded themselves.</summary>
    /// <param name="only">The one type that the kernel knows; any if null.</param>
    public UnaryRule WithKernel(Func<Tensor, Tensor, Tensor> kernel, ScalarType? only = null) => new(SavesInput, SavesResult, (node, g) =>
    {
        if (Graph.Enabled || node.Saved(0) is not { } saved || (only is not null && saved.dtype != only))
        {
            Rule(node, g);
        }
        else
        {
            node.Pass(0, kernel(g.Packed(), saved.Packed()));
        }
    });

    /// <summary>A gradient that depends on g alone.</summary>
    public static UnaryRule Linear(Func<Tensor, Tensor> rule) =>
        new(false, false, (node, g) => node.Pass(0, rule(g)));
}
