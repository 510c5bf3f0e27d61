namespace Course;

/// <summary>What is asked of one axis; the rest follows from the data.</summary>
internal sealed record Axis
{
    public string Title { get; init; } = "";

    public bool Log { get; init; }

    /// <summary>In data units; null: from the data.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>The data have whole numbers only, such as epochs: no mark stands between them.</summary>
    public bool Whole { get; init; }

    /// <summary>Names instead of numbers: value i stands at position i. Null: a number axis.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Low values at the top, as in a matrix.</summary>
    public bool Reversed { get; init; }

    /// <summary>No line, ticks or title: pictures.</summary>
    public bool Hidden { get; init; }

    /// <summary>In axis units: log10 of the data on a log axis.</summary>
    public (double Low, double High) Fit(Extent extent)
    {
        if (Range is not { } range)
        {
            return Categories is null ? extent.Range() : (-0.5, Categories.Count - 0.5);
        }

        return Log ? (Math.Log10(range.Low), Math.Log10(range.High)) : range;
    }
}
