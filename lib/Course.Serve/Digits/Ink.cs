using Microsoft.AspNetCore.Http;

namespace Course.Serve.Digits;

/// <summary>Finds what is drawn: whatever differs from the paper, dark on light or light on dark, in any colour.</summary>
internal static class Ink
{
    private const int Channels = 4;
    private const int Alpha = 3;
    private const float Faintest = 0.1f;     // of the way from black to white: less is no drawing
    private const float Grain = 4;           // so many times what a quarter of the edge differs from the paper is still paper
    private const float Quarter = 0.75f;

    /// <summary>How far each pixel is from the paper's colour, which is the median of the picture's edge; the farthest one is 1.</summary>
    /// <param name="image">Its pixels are used up.</param>
    /// <exception cref="RefusedException">Nothing stands out.</exception>
    internal static Plane Of(RgbaImage image)
    {
        var solid = image.Pixels;
        LayOnGround(solid);
        int[] edge = [.. Edge(image)];
        var paper = Enumerable.Range(0, Alpha).Select(channel => Quantile(Array.ConvertAll(edge, at => (float)solid[(at * Channels) + channel]), 0.5f)).ToArray();
        var distance = new float[image.Width * image.Height];
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = Distance(solid.AsSpan(i * Channels, Alpha), paper);
        }

        return new Plane(image.Width, image.Height, Stretch(distance, Grain * Quantile(Array.ConvertAll(edge, at => distance[at]), Quarter)));
    }

    // Not the brightness: red on green of the same brightness is a drawing too.
    private static float Distance(ReadOnlySpan<byte> colour, float[] paper) =>
        MathF.Max(MathF.Abs(colour[0] - paper[0]), MathF.Max(MathF.Abs(colour[1] - paper[1]), MathF.Abs(colour[2] - paper[2]))) / byte.MaxValue;

    private static float[] Stretch(float[] distance, float grain)
    {
        var strongest = distance.Max();
        if (strongest < Faintest || strongest <= grain)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, "Nothing is drawn: no place of the picture stands out from its edge, which is taken for the paper. Send a digit with some paper around it.");
        }

        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] = distance[i] > grain ? distance[i] / strongest : 0;
        }

        return distance;
    }

    // What is transparent lies on white if what is seen is dark, else on black.
    private static void LayOnGround(byte[] pixels)
    {
        var under = IsDark(pixels) ? byte.MaxValue : 0;
        for (var i = 0; i < pixels.Length; i += Channels)
        {
            var alpha = pixels[i + Alpha];
            for (var channel = 0; channel < Alpha; channel++)
            {
                pixels[i + channel] = (byte)(((pixels[i + channel] * alpha) + (under * (byte.MaxValue - alpha)) + (byte.MaxValue / 2)) / byte.MaxValue);
            }
        }
    }

    private static bool IsDark(byte[] pixels)
    {
        var (seen, light) = (0L, 0L);
        for (var i = 0; i < pixels.Length; i += Channels)
        {
            seen += pixels[i + Alpha];
            light += pixels[i + Alpha] * (pixels[i] + pixels[i + 1] + pixels[i + 2]);
        }

        return light <= seen * Alpha * byte.MaxValue / 2;
    }

    private static IEnumerable<int> Edge(RgbaImage image)
    {
        var (width, height) = (image.Width, image.Height);
        return Enumerable.Range(0, width).SelectMany(x => new[] { x, ((height - 1) * width) + x })
            .Concat(Enumerable.Range(0, height).SelectMany(y => new[] { y * width, (y * width) + width - 1 }));
    }

    private static float Quantile(float[] values, float share)
    {
        Array.Sort(values);
        return values[(int)(share * (values.Length - 1))];
    }
}
