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

    /// <summary>A gradient that depends on g alone.</summary>
    public static UnaryRule Linear(Func<Tensor, Tensor> rule) =>
        new(false, false, (node, g) => node.Pass(0, rule(g)));
}
