namespace Course;

/// <summary>Mean and deviation of each colour over all pictures.</summary>
internal sealed class Exercise10_4 : Exercise<Func<float[][], (double[] Mean, double[] Deviation)>>
{
    private const double Near = 1e-3;
    private const int Colours = 3;

    public override string Title => "mean and deviation of each colour";

    public override IReadOnlyList<string> Hints =>
    [
        "A third of each picture is red, a third green, a third blue. Put all reds of all pictures into one long array, and do as notebook 01 did with flippers; then the greens and the blues.",
        "With `int size = pictures[0].Length / 3;`, colour `c` of a picture `p` is `p[(c * size)..((c + 1) * size)]`. The deviation is the root of the mean squared distance from the mean *of all pictures*.",
        "`var plane = pictures.SelectMany(p => p[(c * size)..((c + 1) * size)]).Select(v => (double)v).ToArray();` then `plane.Average()` and `Math.Sqrt(plane.Average(v => (v - m) * (v - m)))`.",
    ];

    protected override void Examine(Func<float[][], (double[] Mean, double[] Deviation)> statistics, Exam exam)
    {
        foreach (var (count, side) in (ReadOnlySpan<(int, int)>)[(1, 2), (4, 3), (30, 28), (7, 1)])
        {
            var pictures = Drawn(count, side);
            var came = new Lazy<(double[] Mean, double[] Deviation)>(() => statistics(pictures));
            var planes = Enumerable.Range(0, Colours).Select(colour => Plane(pictures, colour)).ToArray();
            var name = count == 1 ? $"one picture of {side} × {side} pixels" : $"{count} pictures of {side} × {side} pixels";
            exam.Absolute($"{name}: mean", () => came.Value.Mean, Each(planes, Mean), Near, [
                new(Mean([.. pictures.SelectMany(p => p).Select(v => (double)v)]), "One number for all colours together: one for each is wanted."),
                new(Each(Mixed(pictures), Mean), "Red, green and blue are not mixed pixel by pixel: the first third of a picture is its red plane."),
                new(Each(planes, plane => Mean(plane) * count), "Divided by the pixels of one picture: divide by those of all."),
                new(Each(planes, Deviation), "That is the deviation: the mean comes first."),
            ]);
            exam.Absolute($"{name}: deviation", () => came.Value.Deviation, Each(planes, Deviation), Near, [
                new(Each(planes, plane => Math.Pow(Deviation(plane), 2)), "That is the variance; its root is the deviation."),
                new(Each(planes, plane => Deviation(plane) * Math.Sqrt(plane.Length / Math.Max(plane.Length - 1.0, 1e-9))), "Divided by one less than the number of pixels: here by their number, as in notebook 01."),
                new(Each(planes, Mean), "That is the mean."),
                new(Means(pictures), "The mean of each picture's own deviation: how bright one picture is beside another is lost. Take all pixels at once."),
                new(Each(planes, plane => Math.Sqrt(plane.Average(v => v * v))), "The mean is not subtracted before squaring."),
                new(Each(planes, Distance), "That is the mean distance; square, average, then take the root."),
            ]);
        }
    }

    // Each picture has a brightness of its own, each colour another range.
    private static float[][] Drawn(int count, int side)
    {
        var random = new Random((100 * count) + side);
        return [.. Enumerable.Range(0, count).Select(_ => 0.3 + (0.7 * random.NextDouble())).Select(light =>
            Enumerable.Range(0, Colours * side * side).Select(i => (float)(light * (0.2 + (0.25 * (i / (side * side))) + (0.25 * random.NextDouble())))).ToArray())];
    }

    private static double[] Plane(float[][] pictures, int colour) =>
        [.. pictures.SelectMany(p => p.Skip(colour * p.Length / Colours).Take(p.Length / Colours)).Select(v => (double)v)];

    private static double[][] Mixed(float[][] pictures) =>
        [.. Enumerable.Range(0, Colours).Select(colour => pictures.SelectMany(p => p.Where((_, i) => i % Colours == colour)).Select(v => (double)v).ToArray())];

    private static double[] Means(float[][] pictures) =>
        [.. Enumerable.Range(0, Colours).Select(colour => pictures.Average(p => Deviation(Plane([p], colour))))];

    private static double[] Each(double[][] planes, Func<double[], double> f) => [.. planes.Select(f)];

    private static double Mean(double[] values) => values.Average();

    private static double Distance(double[] values)
    {
        var mean = values.Average();
        return values.Average(v => Math.Abs(v - mean));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
