namespace Course;

/// <summary>Mixes a map of values into a grey picture.</summary>
internal static class OverlayPixels
{
    // Ink stays visible under a map, and a map on ink.
    private const double InkShare = 0.35;
    private const double MapShare = 0.85;

    private static readonly Rgb White = new(255, 255, 255);
    private static readonly Rgb Black = new(0, 0, 0);

    /// <summary>A red, a green and a blue plane, 0 to 1.</summary>
    public static double[] Of(double[] image, double[] map)
    {
        var (side, mapSide) = (Side(image, "picture"), Side(map, "map"));
        if (side % mapSide != 0)
        {
            throw new ArgumentException($"Chart.Overlay: {mapSide} × {mapSide} patches do not divide a picture of {side} × {side} pixels");
        }

        var (patch, largest) = (side / mapSide, Math.Max(map.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max(), 1e-12));
        var colors = image.Select((ink, i) => Mixed(ink, map[(i / side / patch * mapSide) + (i % side / patch)] / largest)).ToArray();
        return [.. colors.Select(c => c.R / 255.0), .. colors.Select(c => c.G / 255.0), .. colors.Select(c => c.B / 255.0)];
    }

    private static Rgb Mixed(double ink, double value)
    {
        var end = ColorScale.Diverging.At(value > 0 ? 1 : 0);
        var share = double.IsFinite(value) ? Math.Min(Math.Abs(value), 1) : 0;
        return Rgb.Mix(Rgb.Mix(White, Black, InkShare * Math.Clamp(ink, 0, 1)), end, MapShare * share);
    }

    private static int Side(double[] values, string what)
    {
        var side = (int)Math.Round(Math.Sqrt(values.Length));
        return side > 0 && side * side == values.Length
            ? side
            : throw new ArgumentException($"Chart.Overlay: the {what} has {values.Length} values, which is no square; give n × n");
    }
}
