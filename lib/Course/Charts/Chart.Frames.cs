using System.Globalization;

namespace Course;

public static partial class Chart
{
    private const int LongestStep = 40;

    /// <summary>A slider over pictures made beforehand: it works with no kernel, and in the exported page.</summary>
    /// <param name="label">What the slider changes, with its unit.</param>
    /// <param name="steps">What is written at each position, and the picture there. Axes that are not fixed get one range for all.
    /// A picture may have sliders of its own: then both are shown.</param>
    /// <param name="start">The position at first; <c>^1</c> is the last one.</param>
    /// <exception cref="ArgumentException">No steps, or steps with different numbers of panels or different inner sliders.</exception>
    public static Figure Slider(string label, IEnumerable<(string Label, Figure Frame)> steps, Index start = default) =>
        FrameStack.Of(label, [.. steps], start, plays: false);

    /// <summary>A slider over values: <paramref name="draw"/> is called once for each.</summary>
    /// <param name="label">What the slider changes, with its unit.</param>
    /// <param name="values">The positions; numbers are written invariantly.</param>
    /// <param name="draw">The picture at a value.</param>
    /// <param name="start">The position at first; <c>^1</c> is the last one.</param>
    /// <exception cref="ArgumentException">No values, or pictures with different numbers of panels or different inner sliders.</exception>
    public static Figure Slider<T>(string label, IEnumerable<T> values, Func<T, Figure> draw, Index start = default) =>
        Slider(label, values.Select(v => (StepText(v), draw(v))), start);

    /// <summary>A slider over names, with a field to type one in: the name itself is shown, else the first that begins so.</summary>
    /// <param name="label">What the names are, in the singular: "piece".</param>
    /// <param name="names">The positions, in an order that one can guess.</param>
    /// <param name="draw">The picture of a name.</param>
    /// <param name="start">The position at first; <c>^1</c> is the last one.</param>
    /// <exception cref="ArgumentException">No names, or pictures with different numbers of panels or different inner sliders.</exception>
    public static Figure Search(string label, IEnumerable<string> names, Func<string, Figure> draw, Index start = default)
    {
        var figure = Slider(label, names, draw, start);
        return figure.Stack(figure.Frames, [figure.Controls[0] with { Finds = true }, .. figure.Controls.Skip(1)]);
    }

    /// <summary>As a slider at its last step, with a button that plays all steps once.</summary>
    /// <param name="label">What passes: "step", "epoch".</param>
    /// <param name="steps">What is written at each step, and the picture there.</param>
    /// <exception cref="ArgumentException">No steps, or steps with different numbers of panels.</exception>
    public static Figure Animate(string label, IEnumerable<(string Label, Figure Frame)> steps) =>
        FrameStack.Of(label, [.. steps], 0, plays: true);

    /// <summary>As a slider over values at its last step, with a button that plays all once.</summary>
    /// <param name="label">What passes: "step", "epoch".</param>
    /// <param name="values">The steps; numbers are written invariantly.</param>
    /// <param name="draw">The picture at a value.</param>
    /// <exception cref="ArgumentException">No values, or pictures with different numbers of panels.</exception>
    public static Figure Animate<T>(string label, IEnumerable<T> values, Func<T, Figure> draw) =>
        Animate(label, values.Select(v => (StepText(v), draw(v))));

    /// <summary>Puts pictures side by side; on a phone they stand below each other.</summary>
    /// <param name="columns">Pictures in a row, at least 1.</param>
    /// <param name="figures">Without sliders of their own: put a slider around the grid instead.</param>
    /// <exception cref="ArgumentException">No figures, one with a slider, or less than one column.</exception>
    public static Figure Grid(int columns, params Figure[] figures)
    {
        if (columns < 1 || figures.Length == 0)
        {
            throw new ArgumentException($"Chart.Grid: {figures.Length} figures in {columns} columns; give at least one of each");
        }

        if (Array.Exists(figures, f => f.Controls.Count > 0))
        {
            throw new ArgumentException("Chart.Grid: a figure has a slider of its own; use Chart.Slider(label, values, v => Chart.Grid(…)) instead");
        }

        return figures[0].Beside(figures, columns);
    }

    /// <summary>Points and a line y = w x + b with a slider for w and one for b; the page computes the mean squared error as they move.</summary>
    /// <param name="x">Any finite numbers.</param>
    /// <param name="y">As many as <paramref name="x"/>.</param>
    /// <param name="w">Least and greatest slope, unit of y per unit of x.</param>
    /// <param name="b">Least and greatest intercept, unit of y.</param>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or a range is empty.</exception>
    public static Figure LineFit(IEnumerable<double> x, IEnumerable<double> y, (double Low, double High) w, (double Low, double High) b) =>
        LineFitFigure.Of([.. x], [.. y], w, b);

    private static string StepText<T>(T value)
    {
        var text = value switch
        {
            double or float => Numbers.Text(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };

        // A record or a list says all that it holds, or only its type.
        return text.Length <= LongestStep && !text.Contains(typeof(T).FullName ?? "\0", StringComparison.Ordinal)
            ? text
            : throw new ArgumentException($"Chart: a step of a slider would be labelled \"{text[..Math.Min(text.Length, LongestStep)]}…\", which nobody can read; give numbers or words as values, or (label, picture) pairs.");
    }
}
