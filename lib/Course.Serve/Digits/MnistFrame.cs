namespace Course.Serve.Digits;

/// <summary>Brings ink into the form of MNIST's digits: scaled into 20 × 20 with its proportions kept, its centre of mass in the middle of 28 × 28.</summary>
/// <remarks>LeCun, Bottou, Bengio, Haffner 1998, sec. III.A. A digit of MNIST comes out as it went in.</remarks>
internal static class MnistFrame
{
    /// <summary>Width and height of a digit.</summary>
    internal const int Side = 28;

    private const int Box = 20;

    /// <returns>(28 · 28) row by row, 0 to 1.</returns>
    internal static float[] Fit(Plane ink)
    {
        var (columns, rows) = Extents(ink);
        var scale = (double)Box / Math.Max(columns.Length, rows.Length);
        var (width, height) = (Scaled(columns.Length), Scaled(rows.Length));
        var small = Shrink(ink, Weights(columns, width), Weights(rows, height));
        return Centre(new Plane(width, height, small));

        int Scaled(int length) => Math.Max(1, (int)Math.Round(length * scale, MidpointRounding.AwayFromZero));
    }

    private static ((int From, int Length) Columns, (int From, int Length) Rows) Extents(Plane ink)
    {
        var (left, right, top, bottom) = (ink.Width - 1, 0, ink.Height - 1, 0);
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                if (ink[x, y] > 0)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                }
            }
        }

        return ((left, right - left + 1), (top, bottom - top + 1));
    }

    // For each new place, which old ones it covers and how much: their mean where the picture shrinks, the line between two where it grows.
    private static (int From, float[] Shares)[] Weights((int From, int Length) extent, int length)
    {
        var ratio = (double)extent.Length / length;
        var reach = Math.Max(1, ratio);
        return [.. Enumerable.Range(0, length).Select(place =>
        {
            var middle = (place + 0.5) * ratio;
            var (low, high) = (Math.Max(0, middle - (reach / 2)), Math.Min(extent.Length, middle + (reach / 2)));
            var first = (int)low;
            var shares = Enumerable.Range(first, (int)Math.Ceiling(high) - first)
                .Select(old => (float)((Math.Min(high, old + 1) - Math.Max(low, old)) / reach));
            return (extent.From + first, shares.ToArray());
        })];
    }

    private static float[] Shrink(Plane ink, (int From, float[] Shares)[] columns, (int From, float[] Shares)[] rows)
    {
        var small = new float[columns.Length * rows.Length];
        var line = new float[ink.Width];
        for (var y = 0; y < rows.Length; y++)
        {
            Array.Clear(line);
            for (var k = 0; k < rows[y].Shares.Length; k++)
            {
                Add(ink.Values.AsSpan((rows[y].From + k) * ink.Width, ink.Width), rows[y].Shares[k], line);
            }

            for (var x = 0; x < columns.Length; x++)
            {
                small[(y * columns.Length) + x] = Dot(columns[x].Shares, line.AsSpan(columns[x].From));
            }
        }

        return small;
    }

    private static void Add(ReadOnlySpan<float> row, float share, Span<float> sum)
    {
        for (var x = 0; x < row.Length; x++)
        {
            sum[x] += share * row[x];
        }
    }

    private static float Dot(ReadOnlySpan<float> shares, ReadOnlySpan<float> values)
    {
        var sum = 0f;
        for (var k = 0; k < shares.Length; k++)
        {
            sum += shares[k] * values[k];
        }

        return sum;
    }

    private static float[] Centre(Plane small)
    {
        var left = Offset(small.Width, x => Enumerable.Range(0, small.Height).Sum(y => small[x, y]));
        var top = Offset(small.Height, y => Enumerable.Range(0, small.Width).Sum(x => small[x, y]));
        var (strongest, frame) = (small.Values.Max(), new float[Side * Side]);
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                frame[((top + y) * Side) + left + x] = Math.Min(1, small[x, y] / strongest);
            }
        }

        return frame;
    }

    // To pixel 14, counted from 0: so MNIST's 70,000 digits lie. By whole pixels, and never so far that ink is cut off.
    private static int Offset(int length, Func<int, float> massAt)
    {
        var masses = Enumerable.Range(0, length).Select(massAt).ToArray();
        var middle = masses.Select((mass, place) => (double)mass * place).Sum() / masses.Sum();
        return Math.Clamp((int)Math.Round((Side / 2) - middle, MidpointRounding.AwayFromZero), 0, Side - length);
    }
}
