namespace Course;

/// <summary>Moves a column to mean 0 and stretches it to standard deviation 1.</summary>
/// <param name="Mean">Of the values it was fitted on, in their unit.</param>
/// <param name="Std">Their standard deviation (divided by n), in their unit; 1 for a constant column.</param>
public sealed record Scale(double Mean, double Std)
{
    /// <summary>(value − mean) / std, without a unit.</summary>
    public double Transform(double value) => (value - Mean) / Std;

    /// <summary>(N) each value, transformed.</summary>
    public double[] Transform(double[] values) => [.. values.Select(Transform)];
}
