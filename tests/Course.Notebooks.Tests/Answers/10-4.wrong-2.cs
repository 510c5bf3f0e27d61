// Averages the deviations of single pictures. // expect: The mean of each picture's own deviation
(double[] mean, double[] deviation) Statistics(float[][] pictures)
{
    int size = pictures[0].Length / 3;
    float[] Plane(float[] p, int c) => p[(c * size)..((c + 1) * size)];
    double Own(float[] plane) => Math.Sqrt(plane.Average(v =>
        (v - (double)plane.Average()) * (v - (double)plane.Average())));
    return ([.. Enumerable.Range(0, 3).Select(c => pictures.Average(p => (double)Plane(p, c).Average()))],
            [.. Enumerable.Range(0, 3).Select(c => pictures.Average(p => Own(Plane(p, c))))]);
}
