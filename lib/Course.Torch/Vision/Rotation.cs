using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Images turned counter-clockwise about a point.</summary>
internal static class Rotation
{
    private const double Slack = 1e-4; // an edge a last digit above a whole number is that number

    /// <param name="image">(C, rows, columns) or (N, C, rows, columns).</param>
    /// <param name="degrees">Counter-clockwise.</param>
    /// <param name="mode">Nearest or Bilinear.</param>
    /// <param name="expand">Large enough for all of it, instead of the image's own size.</param>
    /// <param name="center">Column and row about which it turns; null: the middle.</param>
    /// <param name="fill">What comes in from outside, one number or one a channel; null: 0.</param>
    public static Tensor Turn(Tensor image, double degrees, InterpolationMode mode, bool expand, (int X, int Y)? center, IList<float>? fill)
    {
        Check(image, mode, fill);
        var turn = Math.SinCos(degrees * Math.PI / 180);
        var (rows, columns) = (image.shape[^2], image.shape[^1]);
        var (height, width) = expand ? Fit(rows, columns, turn) : (rows, columns);
        var points = Sources(turn, (rows, columns), (height, width), center).ToArray();
        var pixels = image.flatten(-2).to_type(image.is_floating_point() ? image.dtype : ScalarType.Float32); // (…, rows · columns)
        var (turned, inside) = mode == InterpolationMode.Nearest
            ? Corner(pixels, points.Select(p => (Math.Round(p.X), Math.Round(p.Y), 1.0)), rows, columns)
            : Around(pixels, points, rows, columns);
        if (fill is not null)
        {
            turned += (1 - inside) * tensor(fill.ToArray(), pixels.dtype).reshape(-1, 1);
        }

        return (image.is_floating_point() ? turned : turned.round().to_type(image.dtype)).reshape([.. image.shape[..^2], height, width]);
    }

    private static void Check(Tensor image, InterpolationMode mode, IList<float>? fill)
    {
        if (image.ndim is not (3 or 4))
        {
            throw new ArgumentException($"Rotate: an image of shape {Layout.Text(image.shape)}; give (C, H, W) or (N, C, H, W), with unsqueeze(0) for one without channels");
        }

        if (mode is not (InterpolationMode.Nearest or InterpolationMode.Bilinear))
        {
            throw new ArgumentException($"Rotate: interpolation {mode}; give Nearest or Bilinear");
        }

        if (fill is not null && fill.Count != 1 && fill.Count != image.shape[^3])
        {
            throw new ArgumentException($"Rotate: {fill.Count} fill values for {image.shape[^3]} channels; give one, or one a channel");
        }
    }

    // Whole pixels from the image's own corner on, as in torchvision and PIL.
    private static (long Height, long Width) Fit(long rows, long columns, (double Sin, double Cos) turn)
    {
        var (sin, cos) = (Math.Abs(turn.Sin), Math.Abs(turn.Cos));
        return (Size((columns * sin) + (rows * cos), rows), Size((columns * cos) + (rows * sin), columns));
        static long Size(double exact, long before) => (long)(Math.Ceiling(Cut((before + exact) / 2)) - Math.Floor(Cut((before - exact) / 2)));
        static double Cut(double edge) => Math.Truncate(edge / Slack) * Slack;
    }

    // Where each pixel of the result comes from: column and row, pixel centres at whole numbers.
    private static IEnumerable<(double X, double Y)> Sources((double Sin, double Cos) turn, (long Rows, long Columns) from, (long Rows, long Columns) to, (int X, int Y)? center)
    {
        var (cx, cy) = center is { } given ? (given.X - (from.Columns / 2.0), given.Y - (from.Rows / 2.0)) : (0, 0);
        for (var i = 0; i < to.Rows; i++)
        {
            for (var j = 0; j < to.Columns; j++)
            {
                var (x, y) = (j - ((to.Columns - 1) / 2.0) - cx, i - ((to.Rows - 1) / 2.0) - cy);
                yield return ((turn.Cos * x) - (turn.Sin * y) + cx + ((from.Columns - 1) / 2.0), (turn.Sin * x) + (turn.Cos * y) + cy + ((from.Rows - 1) / 2.0));
            }
        }
    }

    // The four pixels around each point, by their nearness.
    private static (Tensor Turned, Tensor Inside) Around(Tensor pixels, (double X, double Y)[] points, long rows, long columns) =>
        new[] { (0, 0), (0, 1), (1, 0), (1, 1) }
            .Select(step => Corner(pixels, points.Select(p => Weighed(p, step)), rows, columns))
            .Aggregate((a, b) => (a.Turned + b.Turned, a.Inside + b.Inside));

    private static (double X, double Y, double Weight) Weighed((double X, double Y) point, (int X, int Y) step)
    {
        var (x, y) = (Math.Floor(point.X) + step.X, Math.Floor(point.Y) + step.Y);
        return (x, y, (1 - Math.Abs(point.X - x)) * (1 - Math.Abs(point.Y - y)));
    }

    // One pixel a point; what lies outside weighs nothing.
    private static (Tensor Turned, Tensor Inside) Corner(Tensor pixels, IEnumerable<(double X, double Y, double Weight)> points, long rows, long columns)
    {
        var corners = points.Select(p => p.X >= 0 && p.X < columns && p.Y >= 0 && p.Y < rows ? (Place: ((long)p.Y * columns) + (long)p.X, p.Weight) : (Place: 0L, Weight: 0.0)).ToArray();
        var inside = tensor(corners.Select(corner => corner.Weight).ToArray()).to_type(pixels.dtype);
        return (pixels.index_select(-1, tensor(corners.Select(corner => corner.Place).ToArray())) * inside, inside);
    }
}
