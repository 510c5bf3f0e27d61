namespace Course.Tests.Charts;

public sealed class IsolinesTests
{
    private static readonly double[] Axis = [.. Enumerable.Range(0, 41).Select(i => (i - 20) / 10.0)];

    [Fact]
    public void Of_ARoundHill_IsOneClosedLine()
    {
        var (x, y) = Isolines.Of(Field((a, b) => (a * a) + (b * b)), Axis, Axis, 1);

        Assert.True(double.IsNaN(x[^1]));
        Assert.Equal(1, x.Count(double.IsNaN));
        Assert.Equal((x[0], y[0]), (x[^2], y[^2]));
        Assert.All(x.Zip(y).SkipLast(1), p => Assert.InRange(Math.Sqrt((p.First * p.First) + (p.Second * p.Second)), 0.99, 1.01));
    }

    [Fact]
    public void Of_TwoValleys_AreTwoLines() =>
        Assert.Equal(2, Isolines.Of(Field((a, b) => Math.Pow((a * a) - 1, 2) + (b * b)), Axis, Axis, 0.25).X.Count(double.IsNaN));

    [Fact]
    public void Of_ALineThatLeavesTheGrid_IsOnePieceFromEdgeToEdge()
    {
        var (x, _) = Isolines.Of(Field((a, b) => b - (a / 3)), Axis, Axis, 0.05);

        Assert.Equal(1, x.Count(double.IsNaN));
        Assert.Equal([-2, 2], new[] { x[0], x[^2] }.Order());
    }

    private static double[,] Field(Func<double, double, double> f)
    {
        var z = new double[Axis.Length, Axis.Length];
        for (var r = 0; r < Axis.Length; r++)
        {
            for (var c = 0; c < Axis.Length; c++)
            {
                z[r, c] = f(Axis[c], Axis[r]);
            }
        }

        return z;
    }
}
