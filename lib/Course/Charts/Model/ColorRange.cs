namespace Course;

/// <summary>From which value to which one a colour scale runs.</summary>
internal static class ColorRange
{
    /// <summary>The range over all values of all layers that have colours; null when none has.</summary>
    public static (double Low, double High)? Union(IEnumerable<Trace> traces)
    {
        var ranges = traces.Select(t => t.ColorRange).OfType<(double Low, double High)>().ToArray();
        return ranges.Length == 0 ? null : (ranges.Min(r => r.Low), ranges.Max(r => r.High));
    }

    /// <inheritdoc cref="Of(IEnumerable{double})"/>
    public static (double Low, double High) Of(double[,] values) => Of(Flat(values));

    /// <summary>Row by row.</summary>
    public static double[] Flat(double[,] values)
    {
        var flat = new double[values.Length];
        Buffer.BlockCopy(values, 0, flat, 0, values.Length * sizeof(double));
        return flat;
    }

    /// <summary>Of the finite values; (0, 1) when there is none, and never empty.</summary>
    public static (double Low, double High) Of(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return low > high ? (0, 1) : low == high ? (low - 0.5, high + 0.5) : (low, high);
    }
}
