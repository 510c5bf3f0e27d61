namespace Course;

/// <summary>A curve that grows for as long as it likes, and stays drawable.</summary>
internal sealed class LiveCurve
{
    // More points than pixels would only make every update heavy: then every second one is dropped.
    private const int MostPoints = 1000;

    private int _stride = 1;
    private int _seen;

    public List<double> X { get; } = [];

    public List<double> Y { get; } = [];

    public void Add(double x, double y)
    {
        if (_seen++ % _stride != 0)
        {
            return;
        }

        X.Add(x);
        Y.Add(y);
        if (X.Count > MostPoints)
        {
            Halve(X);
            Halve(Y);
            _stride *= 2;
        }
    }

    private static void Halve(List<double> values)
    {
        var kept = values.Where((_, i) => i % 2 == 0).ToList();
        values.Clear();
        values.AddRange(kept);
    }
}
