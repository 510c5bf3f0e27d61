using System.Text.Json.Nodes;

namespace Course.Tests.Charts;

/// <summary>What is costly about a chart with many points is done once, whatever the notebook shows of it.</summary>
public sealed class OnceTests
{
    [Fact]
    public void Figure_HtmlTextAndDrawing_FitTheAxesOnce()
    {
        var trace = new CountedTrace();
        var figure = Chart.Line([1.0, 2]).Add(trace);

        figure.ToHtml();
        figure.ToHtml();
        Assert.NotEmpty(figure.ToString());

        Assert.Equal(1, trace.Counts.Grown);
    }

    [Fact]
    public void Figure_Changed_FitsItsAxesAnew()
    {
        var trace = new CountedTrace();
        var figure = Chart.Line([1.0, 2]).Add(trace);

        figure.ToHtml();
        Assert.Contains("0 to 40", figure.RangeY(0, 40).ToString(), StringComparison.Ordinal);

        Assert.Equal(2, trace.Counts.Grown);
    }

    [Fact]
    public void Html_AnyFigure_IsSerialisedOnce()
    {
        var written = 0;

        var html = ChartHtml.Of(Chart.Line([1.0, 2]), node =>
        {
            written++;
            return PlotlyJson.Text(node);
        });

        Assert.Equal(1, written);
        Assert.Equal(html.Split("\"key\":\"")[1][..16], html.Split("data-chart=\"")[1][..16]);
    }

    private sealed class Counter
    {
        public int Grown { get; set; }
    }

    private sealed record CountedTrace : Trace
    {
        public Counter Counts { get; } = new();

        public override JsonObject ToPlotly() => new() { ["type"] = "scatter" };

        public override void Grow(Extent x, Extent y) => Counts.Grown++;

        public override void Draw(SvgPlot plot)
        {
        }

        public override string Describe() => "counted";
    }
}
