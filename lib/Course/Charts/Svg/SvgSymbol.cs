namespace Course;

/// <summary>Plotly's markers as closed SVG paths.</summary>
internal static class SvgSymbol
{
    /// <summary>A marker of half width r, in pixels; an unknown name is drawn as a circle.</summary>
    public static string Path(string symbol, double x, double y, double r)
    {
        if (symbol == "star")
        {
            return Star(x, y, r * 1.4);
        }

        SvgMarkup path = symbol switch
        {
            "square" => $"M{x - r} {y - r}h{2 * r}v{2 * r}h{-2 * r}z",
            "diamond" => $"M{x} {y - (1.3 * r)}l{1.3 * r} {1.3 * r}l{-1.3 * r} {1.3 * r}l{-1.3 * r} {-1.3 * r}z",
            "triangle-up" => $"M{x} {y - (1.2 * r)}l{1.2 * r} {2 * r}h{-2.4 * r}z",
            "triangle-down" => $"M{x} {y + (1.2 * r)}l{1.2 * r} {-2 * r}h{-2.4 * r}z",
            "cross" => $"M{x - (r / 3)} {y - r}h{2 * r / 3}v{2 * r / 3}h{2 * r / 3}v{2 * r / 3}h{-2 * r / 3}v{2 * r / 3}h{-2 * r / 3}v{-2 * r / 3}h{-2 * r / 3}v{-2 * r / 3}h{2 * r / 3}z",
            "x" => $"M{x} {y - (r / 2)}l{r / 2} {-r / 2}l{r / 2} {r / 2}l{-r / 2} {r / 2}l{r / 2} {r / 2}l{-r / 2} {r / 2}l{-r / 2} {-r / 2}l{-r / 2} {r / 2}l{-r / 2} {-r / 2}l{r / 2} {-r / 2}l{-r / 2} {-r / 2}l{r / 2} {-r / 2}z",
            _ => $"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z",
        };
        return path.ToString();
    }

    private static string Star(double x, double y, double r)
    {
        var corners = Enumerable.Range(0, 10).Select(i =>
        {
            var (angle, reach) = (Math.PI * i / 5, i % 2 == 0 ? r : r * 0.4);
            SvgMarkup corner = $"{x + (reach * Math.Sin(angle))} {y - (reach * Math.Cos(angle))}";
            return corner.ToString();
        });
        return "M" + string.Join('L', corners) + "z";
    }
}
