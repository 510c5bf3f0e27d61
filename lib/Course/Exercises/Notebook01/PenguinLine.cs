namespace Course;

/// <summary>Straight lines through the penguins, body mass (g) from flipper length (mm): what the checks of notebook 01 compare with.</summary>
internal static class PenguinLine
{
    private static readonly Lazy<(double[] X, double[] Y)> Birds = new(static () =>
    {
        var birds = Data.Penguins();
        return (birds.FlipperMm, birds.BodyMassG);
    });

    private static readonly Lazy<double> Least = new(static () =>
    {
        var (x, y) = Birds.Value;
        var (meanX, meanY) = (x.Average(), y.Average());
        var w = x.Zip(y, (xi, yi) => (xi - meanX) * (yi - meanY)).Sum() / x.Sum(xi => (xi - meanX) * (xi - meanX));
        return Mse(w, meanY - (w * meanX));
    });

    /// <summary>Number of birds.</summary>
    public static int Count => Birds.Value.X.Length;

    /// <summary>The smallest MSE of any line, in g².</summary>
    public static double LeastMse => Least.Value;

    /// <summary>Truth minus prediction for each bird, in g.</summary>
    public static double[] Misses(double w, double b) => [.. Birds.Value.X.Zip(Birds.Value.Y, (x, y) => y - ((w * x) + b))];

    /// <summary>Each miss times the flipper of its bird, in g·mm.</summary>
    public static double[] Products(double w, double b) => [.. Misses(w, b).Zip(Birds.Value.X, (miss, x) => miss * x)];

    /// <summary>In g².</summary>
    public static double Mse(double w, double b) => Misses(w, b).Average(miss => miss * miss);
}
