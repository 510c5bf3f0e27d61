using static System.FormattableString;

namespace Course;

/// <summary>A small movement of a square picture: scaled and turned about its middle, then shifted. What was a 7 is to stay one.</summary>
/// <param name="Right">Pixels to the right; negative to the left.</param>
/// <param name="Down">Pixels down; negative up.</param>
/// <param name="Degrees">Turn, clockwise as one looks at it.</param>
/// <param name="Scale">How many times as large; above 0.</param>
public sealed record Warp(double Right = 0, double Down = 0, double Degrees = 0, double Scale = 1)
{
    /// <summary>Draws a movement, each part evenly within its bounds.</summary>
    /// <param name="random">Give it a seed to get the same movements again.</param>
    /// <param name="pixels">Most pixels in each of the four directions.</param>
    /// <param name="degrees">Most degrees in each sense.</param>
    /// <param name="scale">Most change of size, as a share: 0.1 is 10 % larger or smaller; below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative bound, or a share of 1 or more.</exception>
    public static Warp Draw(Random random, double pixels, double degrees, double scale)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(pixels);
        ArgumentOutOfRangeException.ThrowIfNegative(degrees);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scale, 1);
        return new(Within(pixels), Within(pixels), Within(degrees), 1 + Within(scale));

        double Within(double most) => ((2 * random.NextDouble()) - 1) * most;
    }

    /// <summary>The moved picture. Each of its pixels asks where it came from, and takes the mean of the four pixels around that place, weighted by nearness; beyond the rim is paper.</summary>
    /// <param name="image">(side · side), row by row, 0 = paper.</param>
    /// <returns>As many pixels, none outside the range from 0 to the image's own.</returns>
    /// <exception cref="ArgumentException">Not square.</exception>
    /// <exception cref="InvalidOperationException">The scale is 0 or less.</exception>
    public float[] Of(ReadOnlySpan<float> image)
    {
        var moved = new float[image.Length];
        Into(image, moved);
        return moved;
    }

    internal void Into(ReadOnlySpan<float> image, Span<float> moved)
    {
        var side = Side(image.Length);
        var middle = (side - 1) / 2.0;
        var (sin, cos) = Math.SinCos(Degrees * Math.PI / 180);
        (sin, cos) = Scale > 0 ? (sin / Scale, cos / Scale) : throw new InvalidOperationException(Invariant($"Warp: a scale of {Scale}; give one above 0, such as 1.1"));
        for (var row = 0; row < side; row++)
        {
            var y = row - middle - Down;
            for (var column = 0; column < side; column++)
            {
                // Backwards: shift back, turn back, shrink back.
                var x = column - middle - Right;
                moved[(row * side) + column] = Between(image, side, (cos * x) + (sin * y) + middle, (cos * y) - (sin * x) + middle);
            }
        }
    }

    private static float Between(ReadOnlySpan<float> image, int side, double x, double y)
    {
        if (x <= -1 || y <= -1 || x >= side || y >= side)
        {
            return 0;
        }

        var (left, top) = ((int)(x + 1) - 1, (int)(y + 1) - 1);   // floor, of what is above −1
        var (toRight, toBottom) = ((float)(x - left), (float)(y - top));
        var upper = Across(image, side, left, top, toRight);
        return upper + (toBottom * (Across(image, side, left, top + 1, toRight) - upper));
    }

    private static float Across(ReadOnlySpan<float> image, int side, int left, int row, float share)
    {
        if ((uint)row >= (uint)side)
        {
            return 0;
        }

        var a = left < 0 ? 0 : image[(row * side) + left];
        var b = left + 1 == side ? 0 : image[(row * side) + left + 1];
        return a + (share * (b - a));
    }

    private static int Side(int pixels)
    {
        var side = (int)Math.Sqrt(pixels);
        return side * side == pixels
            ? side
            : throw new ArgumentException(Invariant($"Warp: {pixels} pixels are no square picture; an MNIST digit has 784"), nameof(pixels));
    }
}
