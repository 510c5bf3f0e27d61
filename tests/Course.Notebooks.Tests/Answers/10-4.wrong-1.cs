// Takes every third value for a colour. // expect: the first third of a picture is its red plane
(double[] mean, double[] deviation) Statistics(float[][] pictures)
{
    double[][] colours = [.. Enumerable.Range(0, 3).Select(c => pictures
        .SelectMany(p => p.Where((_, i) => i % 3 == c)).Select(v => (double)v).ToArray())];
    double[] mean = [.. colours.Select(all => all.Average())];
    return (mean, [.. colours.Zip(mean, (all, m) =>
        Math.Sqrt(all.Average(v => (v - m) * (v - m))))]);
}
