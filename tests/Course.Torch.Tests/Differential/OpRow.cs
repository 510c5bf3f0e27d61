using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>One operation of the table: ours, PyTorch's, and what to feed both.</summary>
public sealed record OpRow(string Name, Func<Tensor[], Tensor> Ours, string Python, Feed Feed)
{
    public override string ToString() => Name;
}

/// <summary>Inputs of a row: shapes per variant, range of values, element types, and whether gradients are compared.</summary>
public sealed record Feed(long[][][] Variants, double Low, double High, ScalarType[] Types, bool Gradient)
{
    public bool DependsOnLayout { get; private init; }

    /// <summary>The size to enlarge for threads; null: whichever works.</summary>
    public long? Growth { get; private init; }

    private static readonly ScalarType[] Floats = [ScalarType.Float64, ScalarType.Float32];

    public static Feed Unary(double low = -2, double high = 2, bool gradient = true) =>
        new([[[3, 4]], [[]], [[0, 3]]], low, high, Floats, gradient);

    public static Feed Binary(double low = -2, double high = 2, bool gradient = true) =>
        new([[[3, 4], [3, 4]], [[3, 4], [4]], [[2, 1, 3], [4, 1]], [[3], []], [[0, 3], [3]]], low, high, Floats, gradient);

    public static Feed Of(params long[][] shapes) => new([shapes], -2, 2, Floats, true);

    public Feed Within(double low, double high) => this with { Low = low, High = high };

    public Feed NoGradient() => this with { Gradient = false };

    public Feed WithIntegers() => this with { Types = [.. Types, ScalarType.Int64, ScalarType.Int32] };

    /// <summary>For what PyTorch itself computes with float constants.</summary>
    public Feed OnlySingle() => this with { Types = [ScalarType.Float32] };

    /// <summary>For what looks at the memory behind a view, and so differs between layouts.</summary>
    public Feed ReadsMemory() => this with { DependsOnLayout = true };

    /// <summary>Names the size that grows when threads are wanted, where another would grow the work with its square; 0: none can (constants, or a result with the square).</summary>
    public Feed Growing(long size) => this with { Growth = size };

    public Feed Integers() => this with { Types = [ScalarType.Int64, ScalarType.Byte], Gradient = false };

    public Feed Plus(params long[][] shapes) => this with { Variants = [.. Variants, shapes] };
}
