namespace Course.Tests.Charts;

public sealed class SliderOfNamesTests
{
    [Fact]
    public void Slider_BarsThatGrowInNumber_AreSeenWholeInEveryFrame()
    {
        var figure = Chart.Slider("bars", [("2", Chart.Bar(["a", "b"], [1.0, 2])), ("3", Chart.Bar(["a", "b", "c"], [1.0, 2, 3]))]);

        var ranges = figure.Frames.Select(frame => ((PlotPanel)frame[0]).FitAxes().X.Range).ToArray();
        Assert.Equal([(-0.5, 1.5), (-0.5, 2.5)], ranges);
    }
}
