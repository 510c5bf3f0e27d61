namespace Course;

/// <summary>Grows over the data of an axis, in axis units; NaN, infinities and, on a log axis, values ≤ 0 do not count.</summary>
internal sealed class Extent(bool log)
{
    private const double Padding = 0.05;

    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;
    private double _edgeLow = double.PositiveInfinity;
    private double _edgeHigh = double.NegativeInfinity;

    /// <summary>Takes in values which get a margin, so that a mark at the edge is seen whole.</summary>
    public void Include(IEnumerable<double> values)
    {
        foreach (var value in values)
        {
            if (Place(value) is { } place)
            {
                (_low, _high) = (Math.Min(_low, place), Math.Max(_high, place));
            }
        }
    }

    /// <summary>Takes in a value at which the axis may end: zero under bars, the border of a map.</summary>
    public void Edge(double value)
    {
        if (Place(value) is { } place)
        {
            (_edgeLow, _edgeHigh) = (Math.Min(_edgeLow, place), Math.Max(_edgeHigh, place));
        }
    }

    /// <summary>Takes in all that another extent of the same axis has seen.</summary>
    public void Include(Extent other)
    {
        (_low, _high) = (Math.Min(_low, other._low), Math.Max(_high, other._high));
        (_edgeLow, _edgeHigh) = (Math.Min(_edgeLow, other._edgeLow), Math.Max(_edgeHigh, other._edgeHigh));
    }

    /// <summary>Nothing was seen: the axis has names in place of numbers, or there are no data.</summary>
    public bool IsEmpty => Math.Min(_low, _edgeLow) > Math.Max(_high, _edgeHigh);

    /// <summary>0 to 1 when nothing was seen; never empty.</summary>
    public (double Low, double High) Range()
    {
        var low = Math.Min(_low, _edgeLow);
        var high = Math.Max(_high, _edgeHigh);
        if (low > high)
        {
            return (0, 1);
        }

        if (low == high)
        {
            var half = low == 0 || log ? 0.5 : Math.Abs(low) * 0.1;
            return (low - half, high + half);
        }

        var margin = (high - low) * Padding;
        return (low < _edgeLow ? low - margin : low, high > _edgeHigh ? high + margin : high);
    }

    private double? Place(double value) =>
        !double.IsFinite(value) || (log && value <= 0) ? null : log ? Math.Log10(value) : value;
}
