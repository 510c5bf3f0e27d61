namespace Course;

/// <summary>Curves that a running chart knows by their names only.</summary>
internal static class MeaningNames
{
    /// <summary>Null for a name that says nothing of the kind; with one such curve, none of the chart's is coloured by meaning.</summary>
    public static Meaning? Of(string name) =>
        name == "training" ? Meaning.Train
        : name.All(char.IsAsciiLetter) && Enum.TryParse<Meaning>(name, ignoreCase: true, out var meaning) ? meaning
        : null;

    /// <summary>A line for each curve, in the colour of what its name means where all of them have such names.</summary>
    public static Figure Draw(IReadOnlyDictionary<string, LiveCurve> curves, Func<LiveCurve, bool> marks) => curves.Aggregate(Chart.Empty, (figure, curve) =>
    {
        var drawn = figure.Line(curve.Value.X, curve.Value.Y, curve.Key, marks(curve.Value));
        return curves.Keys.All(name => Of(name) is not null) ? drawn.As(Of(curve.Key)!.Value) : drawn;
    });
}
