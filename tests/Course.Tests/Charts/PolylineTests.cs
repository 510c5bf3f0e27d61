namespace Course.Tests.Charts;

public sealed class PolylineTests
{
    [Fact]
    public void Simplified_PointsOnALine_LeavesItsEnds() =>
        Assert.Equal([(0, 0), (100, 50)], Polyline.Simplified([.. Enumerable.Range(0, 101).Select(i => ((double)i, i / 2.0))], 0.1));

    [Fact]
    public void Simplified_OnePeak_StaysWhereItIs() =>
        Assert.Contains((50, 9), Polyline.Simplified([.. Enumerable.Range(0, 101).Select(i => ((double)i, i == 50 ? 9.0 : 0))], 0.1));

    [Fact]
    public void Simplified_ALineThatComesBack_KeepsItsFarEnd() =>
        Assert.Equal([(0, 0), (7, 0), (1, 0)], Polyline.Simplified([(0, 0), (3, 0), (7, 0), (2, 0), (1, 0)], 0.1));

    [Fact]
    public void Simplified_Circle_StaysWithinTheTolerance()
    {
        var circle = Enumerable.Range(0, 1001).Select(i => (100 * Math.Cos(i * Math.Tau / 1000), 100 * Math.Sin(i * Math.Tau / 1000))).ToList();

        var few = Polyline.Simplified(circle, 0.2);

        Assert.InRange(few.Count, 40, 120);
        Assert.All(few.Zip(few.Skip(1)), pair => Assert.InRange(Math.Sqrt(Math.Pow((pair.First.X + pair.Second.X) / 2, 2) + Math.Pow((pair.First.Y + pair.Second.Y) / 2, 2)), 99.8, 100));
    }

    [Fact]
    public void Corners_OfSteps_AreKeptAlone() =>
        Assert.Equal([0, 2, 4, 5], Polyline.Corners([0, 0, 0, 1, 2, 3], [0, 1, 2, 2, 2, 5]));

    [Fact]
    public void Corners_OfAPieceThatTurnsBack_HoldItsFarEnd() =>
        Assert.Equal([0, 2, 4], Polyline.Corners([0, 0, 0, 0, 0], [0, 3, 7, 2, 1]));

    [Fact]
    public void Line_OfTenThousandSteps_IsSentByItsCorners()
    {
        // A ROC curve: a hundred runs of one kind, then of the other.
        var x = Enumerable.Range(0, 10_000).Select(i => (double)((i / 200 * 100) + Math.Min(i % 200, 100))).ToArray();
        var y = Enumerable.Range(0, 10_000).Select(i => (double)((i / 200 * 100) + Math.Max(0, (i % 200) - 100))).ToArray();

        var sent = ((PlotPanel)Chart.Line(x, y).Frames[0][0]).ToPlotly()!["data"]![0]!["x"]!;

        Assert.InRange(sent.AsArray().Count, 100, 102);
    }
}
