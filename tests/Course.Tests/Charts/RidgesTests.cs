namespace Course.Tests.Charts;

public sealed class RidgesTests
{
    [Fact]
    public void Ridges_TwoSamples_StandOnLinesOneAndTwo()
    {
        var y = Outline(Chart.Ridges([[0.0, 0, 1], [1, 1, 1]], (0, 1), bins: 2));

        // Foot, two bins, foot, gap; the fullest bin of each sample is equally high.
        Assert.Equal([1, 1.9, 1.45, 1, double.NaN, 2, 2, 2.9, 2, double.NaN], y);
    }

    [Fact]
    public void Ridges_NothingInRange_StaysFlat()
    {
        var y = Outline(Chart.Ridges([[double.NegativeInfinity, double.NaN, 7.0]], (0, 1), bins: 3));

        Assert.Equal([1, 1, 1, 1, 1, double.NaN], y);
    }

    [Fact]
    public void Ridges_WithoutRange_CoversAllSamples()
    {
        var trace = Trace(Chart.Ridges([[0f, 1f], [-4f, 2f]]));

        Assert.Equal((-4, 2), (trace.Rows[0].Edges[0], trace.Rows[0].Edges[^1]));
        Assert.Equal(trace.Rows[0].Edges, trace.Rows[1].Edges);
    }

    [Fact]
    public void ToString_Ridges_SaysWhereEachSampleLies() => Assert.Contains(
        "row 1 mostly 0 to 1, row 2 empty", Chart.Ridges([[0.5], [9.0]], (0, 2), bins: 2).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Ridges_RangeUpsideDown_SaysWhatIsWanted() => Assert.Contains(
        "the low end must be below", Assert.Throws<ArgumentException>(() => Chart.Ridges([[1.0]], (2, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Ridges_NoSamples_SaysWhatIsWanted() => Assert.Contains(
        "at least one of each", Assert.Throws<ArgumentException>(() => Chart.Ridges<double>([])).Message, StringComparison.Ordinal);

    private static RidgeTrace Trace(Figure figure) => Assert.IsType<RidgeTrace>(Assert.Single(((PlotPanel)figure.Frames[0][0]).Traces));

    private static double[] Outline(Figure figure) =>
        [.. Trace(figure).ToPlotly()["y"]!.AsArray().Select(value => value is null ? double.NaN : Math.Round(value.GetValue<double>(), 9))];
}
