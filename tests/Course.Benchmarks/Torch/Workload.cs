namespace Course.Benchmarks.Torch;

/// <summary>Something both engines do: <see cref="Workloads"/> and reference.py build it from the same kind and sizes.</summary>
internal sealed record Workload(string Name, string Kind, params int[] Sizes)
{
    /// <summary>Additions and multiplications, if the figure is to be a rate.</summary>
    public double? Flops { get; init; }

    /// <summary>The traffic that no implementation can avoid, if the figure is to be compared with it.</summary>
    public StreamKind? Floor { get; init; }
}
