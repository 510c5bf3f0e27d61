(double[] mean, double[] deviation) Statistics(float[][] pictures)
{
    int size = pictures[0].Length / 3;   // pixels of a plane
    double[][] planes = [.. Enumerable.Range(0, 3).Select(c => pictures
        .SelectMany(p => p[(c * size)..((c + 1) * size)]).Select(v => (double)v).ToArray())];
    double[] mean = [.. planes.Select(plane => plane.Average())];
    double[] deviation = [.. planes.Zip(mean, (plane, m) =>
        Math.Sqrt(plane.Average(v => (v - m) * (v - m))))];
    return (mean, deviation);
}
