namespace Course;

/// <summary>Builds a confusion matrix.</summary>
internal static class ConfusionFigure
{
    public static Figure Of(int[,] counts, string[]? names)
    {
        var classes = counts.GetLength(0);
        names ??= [.. Enumerable.Range(0, classes).Select(i => Numbers.Text(i))];
        if (classes == 0 || counts.GetLength(1) != classes || names.Length != classes)
        {
            throw new ArgumentException(
                $"Chart.Confusion: counts are [{classes}, {counts.GetLength(1)}] with {names.Length} names; give a square matrix and a name for each class");
        }

        var (share, text) = (new double[classes, classes], new string[classes, classes]);
        for (var r = 0; r < classes; r++)
        {
            var sum = Enumerable.Range(0, classes).Sum(c => counts[r, c]);
            for (var c = 0; c < classes; c++)
            {
                share[r, c] = sum > 0 ? 100.0 * counts[r, c] / sum : 0;
                text[r, c] = counts[r, c] == 0 ? "" : Numbers.Text(counts[r, c]);
            }
        }

        var middles = Enumerable.Range(0, classes).Select(i => (double)i).ToArray();
        var right = Enumerable.Range(0, classes).Sum(i => counts[i, i]);
        var total = counts.Cast<int>().Sum();
        return new Figure(new PlotPanel { Width = 560, Height = Math.Clamp(140 + (36 * classes), 300, 520) }.Add(new HeatMapTrace
        {
            Z = share,
            X = middles,
            Y = middles,
            NamesX = names,
            NamesY = names,
            CellText = text,
            Scale = ColorScale.Blues,
            Range = (0, 100),
            BarTitle = "share of the row (%)",
        }))
            .FlipY().Axes("predicted", "true").Title("Confusion matrix: " + Numbers.Text(right) + " of " + Numbers.Text(total) + " right");
    }
}
