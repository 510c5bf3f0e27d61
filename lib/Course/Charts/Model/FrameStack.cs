namespace Course;

/// <summary>Stacks pictures behind a slider.</summary>
internal static class FrameStack
{
    public static Figure Of(string label, (string Label, Figure Frame)[] steps, Index start, bool plays)
    {
        if (steps.Length == 0)
        {
            throw new ArgumentException($"slider \"{label}\": there are no steps");
        }

        var first = steps[0].Frame;
        var misfit = Array.FindIndex(steps, s => s.Frame.Fit is not null || !SameShape(s.Frame, first));
        if (misfit >= 0)
        {
            throw new ArgumentException(
                $"slider \"{label}\": step \"{steps[misfit].Label}\" has other panels or inner sliders than the first step; every step needs the same");
        }

        var frames = OneRange([.. steps.SelectMany(s => s.Frame.Frames)]);
        var control = new Control(label, [.. steps.Select(s => s.Label)], plays ? steps.Length - 1 : start.GetOffset(steps.Length), plays);
        return first.Stack(frames, [control, .. first.Controls]);
    }

    private static bool SameShape(Figure a, Figure b) =>
        a.Frames[0].Count == b.Frames[0].Count
        && a.Columns == b.Columns
        && a.Controls.Select(c => c.Steps.Count).SequenceEqual(b.Controls.Select(c => c.Steps.Count));

    // Axes that jump from frame to frame hide what moves.
    private static IReadOnlyList<IReadOnlyList<Panel>> OneRange(IReadOnlyList<IReadOnlyList<Panel>> frames)
    {
        var columns = Enumerable.Range(0, frames[0].Count).Select(k => OneRange([.. frames.Select(f => f[k])])).ToArray();
        return [.. frames.Select((_, i) => columns.Select(c => c[i]).ToArray())];
    }

    private static Panel[] OneRange(Panel[] panels)
    {
        var plots = panels.OfType<PlotPanel>().ToArray();
        if (plots.Length < panels.Length)
        {
            return OneSize(panels);
        }

        var (x, y) = (new Extent(plots[0].X.Log), new Extent(plots[0].Y.Log));
        foreach (var (panelX, panelY) in plots.Select(p => p.Measure()))
        {
            x.Include(panelX);
            y.Include(panelY);
        }

        var traces = plots.SelectMany(p => p.Traces).ToArray();
        var (namedX, namedY) = (Array.Exists(traces, t => t.CategoriesX is not null), Array.Exists(traces, t => t.CategoriesY is not null));
        var colors = ColorRange.Union(traces);
        return [.. plots.Select(p => p with
        {
            X = p.X with { Range = p.X.Range ?? (namedX ? null : InData(p.X, x)) },
            Y = p.Y with { Range = p.Y.Range ?? (namedY ? null : InData(p.Y, y)) },
            Traces = [.. p.Traces.Select(t => t.WithColorRange(colors, keepOwn: true))],
        })];
    }

    // A drawing takes the room that its words need: the largest frame gives the size.
    private static Panel[] OneSize(Panel[] panels)
    {
        var (width, height) = (panels.Max(p => p.Width), panels.Max(p => p.Height));
        return [.. panels.Select(p => p with { Width = width, Height = height })];
    }

    private static (double, double)? InData(Axis axis, Extent extent)
    {
        if (extent.IsEmpty)
        {
            return null;
        }

        var (low, high) = extent.Range();
        return axis.Log ? (Math.Pow(10, low), Math.Pow(10, high)) : (low, high);
    }
}
