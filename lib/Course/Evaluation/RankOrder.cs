namespace Course;

/// <summary>Places in an order, and whether two lists of numbers are in the same order.</summary>
public static class RankOrder
{
    /// <summary>(N) the place of each value, 0 for the lowest; equal values share the mean of their places.</summary>
    /// <param name="values">(N) any numbers but NaN.</param>
    /// <exception cref="ArgumentException">A value is no number.</exception>
    public static double[] Of(double[] values)
    {
        EvaluationInput.CheckNumbers(nameof(RankOrder), values);
        var ranks = new double[values.Length];
        var below = 0;
        foreach (var alike in Enumerable.Range(0, values.Length).GroupBy(i => values[i]).OrderBy(group => group.Key))
        {
            var count = alike.Count();
            foreach (var i in alike)
            {
                ranks[i] = below + ((count - 1) / 2.0);
            }

            below += count;
        }

        return ranks;
    }

    /// <summary>Spearman's rank correlation: 1 where both lists are in one order, −1 where one is the other's reverse, about 0 where they have nothing to do with each other.</summary>
    /// <param name="a">(N) any numbers but NaN, not all equal.</param>
    /// <param name="b">(N) as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, a value is no number, or all of a list are equal.</exception>
    /// <remarks>Source: C. Spearman 1904; with ties, the correlation of mean ranks, as in SciPy.</remarks>
    public static double Correlation(double[] a, double[] b)
    {
        EvaluationInput.CheckPairs(nameof(Correlation), a, b);
        var (x, y) = (Centred(Of(a)), Centred(Of(b)));
        var spread = Math.Sqrt(Dot(x, x) * Dot(y, y));
        return spread > 0
            ? Dot(x, y) / spread
            : throw new ArgumentException($"{nameof(Correlation)}: all values of one list are equal, so it has no order; give lists with at least two different values");
    }

    private static double[] Centred(double[] ranks)
    {
        var mean = (ranks.Length - 1) / 2.0;
        return [.. ranks.Select(rank => rank - mean)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();
}
