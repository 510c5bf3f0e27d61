// Divides by n − 1. // expect: one less than the number of pixels
(double[] mean, double[] deviation) Statistics(float[][] pictures)
{
    int size = pictures[0].Length / 3;
    double[][] planes = [.. Enumerable.Range(0, 3).Select(c => pictures
        .SelectMany(p => p[(c * size)..((c + 1) * size)]).Select(v => (double)v).ToArray())];
    double[] mean = [.. planes.Select(plane => plane.Average())];
    return (mean, [.. planes.Zip(mean, (plane, m) =>
        Math.Sqrt(plane.Sum(v => (v - m) * (v - m)) / (plane.Length - 1)))]);
}
