namespace Course.Tests.Charts;

/// <summary>How colours look: the contrast of WCAG 2, and distances in Oklab as eyes of three kinds see them.</summary>
internal static class Sight
{
    // Machado, Oliveira and Fernandes (2009): all hues, no red cones, no green cones; on linear channels.
    private static readonly double[][,] Eyes =
    [
        new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        new double[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        new double[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
    ];

    // Ottosson (2020): linear channels to cones, cube roots of those to lightness and two hues.
    private static readonly double[,] ToCones = { { 0.4122214708, 0.5363325363, 0.0514459929 }, { 0.2119034982, 0.6806995451, 0.1073969566 }, { 0.0883024619, 0.2817188376, 0.6299787005 } };
    private static readonly double[,] ToLab = { { 0.2104542553, 0.7936177850, -0.0040720468 }, { 1.9779984951, -2.4285922050, 0.4505937099 }, { 0.0259040371, 0.7827717662, -0.8086757660 } };

    /// <summary>1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>What a colour that lets some of the paper through looks like.</summary>
    public static string Over(string color, string paper, double opacity) => Rgb.Mix(Rgb.Parse(paper), Rgb.Parse(color), opacity).ToString();

    /// <summary>In hundredths of Oklab, to the eye that tells them apart worst; about 2 is just seen.</summary>
    public static double LeastDistance(string one, string other) => Eyes.Min(eye =>
    {
        var (a, b) = (Lab(one, eye), Lab(other, eye));
        return 100 * Math.Sqrt(a.Zip(b, (p, q) => (p - q) * (p - q)).Sum());
    });

    private static double Luminance(string color)
    {
        var linear = Linear(color);
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static double[] Lab(string color, double[,] eye) =>
        Times(ToLab, [.. Times(ToCones, [.. Times(eye, Linear(color)).Select(channel => Math.Clamp(channel, 0, 1))]).Select(Math.Cbrt)]);

    private static double[] Linear(string color)
    {
        var rgb = Rgb.Parse(color);
        return [.. new[] { rgb.R, rgb.G, rgb.B }.Select(channel => channel / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => (matrix[row, 0] * vector[0]) + (matrix[row, 1] * vector[1]) + (matrix[row, 2] * vector[2]))];
}
