namespace Course.Torch.Tests.Differential;

/// <summary>Every operation once. A new operation adds its row to the part of its family.</summary>
public static partial class OpTable
{
    public static IReadOnlyList<OpRow> Rows { get; } = [.. Unary(), .. Activations(), .. Binary(), .. Reductions(), .. Shapes(), .. Gathers(), .. Matrices(), .. Networks(), .. Others(), .. Distributions()];
}
