namespace Course;

/// <summary>How much a figure would move if the examples had been drawn anew.</summary>
public static class Bootstrap
{
    /// <summary>The figure on samples of the same size, drawn from the examples with repetition.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="figure">Gets the places of a sample, some of them several times.</param>
    /// <param name="resamples">How many samples.</param>
    /// <param name="seed">Equal seeds give equal samples, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">No examples or no samples.</exception>
    public static double[] Values(int count, Func<int[], double> figure, int resamples = 1000, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        return [.. Enumerable.Range(0, resamples).Select(i => figure(Shuffle.Draw(count, Shuffle.Mix(seed, i))))];
    }

    /// <summary>The middle part of values: 95 % unless told otherwise.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="level">Share of the values that lie inside, between 0 and 1.</param>
    /// <exception cref="ArgumentException">No values, or a level outside (0, 1).</exception>
    public static (double Low, double High) Interval(double[] values, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0 || level is not (> 0 and < 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"Bootstrap.Interval: {values.Length} values at a level of {level}; give at least one value, and a share between 0 and 1"));
        }

        var sorted = values.Order().ToArray();
        return (Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2));
    }

    private static double Quantile(double[] sorted, double part)
    {
        var place = part * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((sorted[below + 1] - sorted[below]) * (place - below)) : sorted[below];
    }
}
