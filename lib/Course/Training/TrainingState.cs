namespace Course;

/// <summary>How far a training run has come.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Step">Optimiser steps done, over all epochs.</param>
public sealed record TrainingState(int Epoch, long Step)
{
    /// <summary>Curves and other figures that were saved along, by name.</summary>
    public IReadOnlyDictionary<string, double[]> Figures { get; init; } = new Dictionary<string, double[]>();

    /// <summary>The figures of that name; none if it was not saved.</summary>
    public double[] this[string name] => Figures.TryGetValue(name, out var values) ? values : [];

    /// <summary>Says how far.</summary>
    public override string ToString() => $"epoch {Numbers.Text((long)Epoch)}, step {Numbers.Text(Step)}";
}
