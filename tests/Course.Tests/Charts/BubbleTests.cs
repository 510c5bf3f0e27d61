namespace Course.Tests.Charts;

public sealed class BubbleTests
{
    [Fact]
    public void Bubble_AQuarterOfTheLargest_IsHalfAsWideAndOnTop()
    {
        var traces = Traces(Chart.Bubble([1.0, 2, 3], [1.0, 1, 1], [25, 100, 0], ["quarter", "whole", "none"]));

        Assert.Equal(["whole", "quarter", "none"], traces.Select(trace => trace.Label));
        Assert.Equal([60.0, 30, 8], traces.Select(trace => trace.ToPlotly()["marker"]!["size"]!.GetValue<double>()));
        Assert.All(traces, trace => Assert.Equal("circle", trace.ToPlotly()["marker"]!["symbol"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(-1.0, 2.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(double.NaN, 1.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    public void Bubble_AreasThatAreNone_SaysWhatIsWanted(double one, double other) => Assert.Contains(
        "0 or more", Assert.Throws<ArgumentException>(() => Chart.Bubble([1.0, 2], [1.0, 2], [one, other], ["a", "b"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Bubble_NamesMissing_SaysWhatIsWanted() => Assert.Contains(
        "names has 1 entries", Assert.Throws<ArgumentException>(() => Chart.Bubble([1.0, 2], [1.0, 2], [1.0, 2], ["a"])).Message, StringComparison.Ordinal);

    private static XYTrace[] Traces(Figure figure) => [.. ((PlotPanel)figure.Frames[0][0]).Traces.Cast<XYTrace>()];
}
