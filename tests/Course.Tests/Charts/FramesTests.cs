using System.Text.Json.Nodes;

namespace Course.Tests.Charts;

public sealed class FramesTests
{
    [Fact]
    public void Split_FramesThatShareMost_MergesBackToEach()
    {
        var frames = new[]
        {
            """{"data":[{"x":[1,2],"y":[1,2],"name":"a"},{"z":1}],"layout":{"title":"t","k":1}}""",
            """{"data":[{"x":[1,2],"y":[3,4],"name":"a"},{"z":1}],"layout":{"title":"t","extra":null}}""",
            """{"data":[{"x":[1,2],"y":[5],"name":"a"},{"z":2}],"layout":{"title":"t","k":{"n":[1]}}}""",
        }.Select(f => JsonNode.Parse(f)).ToArray();

        var (common, changes) = FrameSplit.Of(frames);

        Assert.All(frames.Zip(changes), pair => Assert.True(JsonNode.DeepEquals(pair.First, Merge(common, pair.Second)), pair.First!.ToJsonString()));
        Assert.Equal("t", (string?)common!["layout"]!["title"]);
        Assert.DoesNotContain("\"name\"", changes[1]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Split_DifferentNumberOfTraces_KeepsEachWhole()
    {
        var frames = new[] { """{"data":[{"a":1}]}""", """{"data":[{"a":1},{"a":2}]}""" }.Select(f => JsonNode.Parse(f)).ToArray();

        var (common, changes) = FrameSplit.Of(frames);

        Assert.All(frames.Zip(changes), pair => Assert.True(JsonNode.DeepEquals(pair.First, Merge(common, pair.Second))));
    }

    [Fact]
    public void Slider_ContourInEveryFrame_IsSentOnce()
    {
        Figure Frame(double x) => Chart.Contour((a, b) => Math.Sin(a) * b, (-1, 1), (-1, 1), 31).Scatter([x], [0.0]);

        var one = Frame(0).ToHtml().Length;
        var ten = Chart.Slider("x", Enumerable.Range(0, 10).Select(i => i / 10.0), Frame).ToHtml().Length;
        Assert.True(ten < one * 1.3, $"ten frames take {ten} characters, one takes {one}");
    }

    [Fact]
    public void Slider_FramesOfDifferentReach_ShareTheirAxes()
    {
        var figure = Chart.Slider("n", [1, 10], n => Chart.Line([0, n], [0, n]));

        Assert.Single(figure.Frames.Select(f => ((PlotPanel)f[0]).FitAxes().Y.Range).Distinct());
    }

    [Fact]
    public void Slider_NumbersAsSteps_AreWrittenInvariantly() =>
        Assert.Equal(["0.5", "1e-11"], HtmlOf.InForeignCulture(() => Chart.Slider("h", [0.5, 1e-11], _ => Chart.Line([1.0])).Controls[0].Steps));

    [Fact]
    public void Slider_RecordsAsSteps_AreRefused()
    {
        var day = new { Shift = 3, Right = 67.35, Sure = new[] { 0.5 }, In = 100 };

        Assert.Contains("would be labelled", Assert.Throws<ArgumentException>(() => Chart.Slider("day", new[] { day }, _ => Chart.Line([0, 1], [0, 1]))).Message, StringComparison.Ordinal);
        Assert.Contains("would be labelled", Assert.Throws<ArgumentException>(() => Chart.Slider("day", new[] { new double[3] }, _ => Chart.Line([0, 1], [0, 1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slider_InASlider_RunsFastest()
    {
        var figure = Chart.Slider("a", [0, 1], a => Chart.Slider("b", [0, 1, 2], b => Chart.Line([1.0]).Title($"{a}{b}"), start: ^1), start: 1);

        Assert.Equal(["00", "01", "02", "10", "11", "12"], figure.Frames.Select(f => f[0].Title));
        Assert.Equal("12", figure.Frames[figure.StillFrame][0].Title);
    }

    [Fact]
    public void Slider_StepsOfDifferentShape_NamesTheStep()
    {
        var two = Chart.Grid(2, Chart.Line([1.0]), Chart.Line([1.0]));

        var error = Assert.Throws<ArgumentException>(() => Chart.Slider("n", [("first", Chart.Line([1.0])), ("second", two)]));
        Assert.Contains("\"second\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Animation_AtFirst_StandsWhereTheDrawingDoes()
    {
        var view = new HtmlOf(Specimens.All["animation"]()).View;

        Assert.Equal(3, (int)view["controls"]![0]!["start"]!);
        Assert.Equal(3, Specimens.All["animation"]().StillFrame);
    }

    [Fact]
    public void Slider_WithoutSteps_Throws() => Assert.Throws<ArgumentException>(() => Chart.Slider("n", Array.Empty<(string, Figure)>()));

    [Fact]
    public void Grid_OfASlider_SaysWhatToDo() => Assert.Contains(
        "Chart.Slider(label, values, v => Chart.Grid",
        Assert.Throws<ArgumentException>(() => Chart.Grid(1, Specimens.All["slider"]())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void LineFit_Start_IsNotTheBestLine()
    {
        var fit = Specimens.All["line fit"]();

        Assert.Equal(["w", "b"], fit.Controls.Select(c => c.Label));
        Assert.Equal((0.5, 2.0), (fit.Fit!.W[fit.Controls[0].Start], fit.Fit.B[fit.Controls[1].Start]));
    }

    [Fact]
    public void LineFit_PointNotFinite_Throws() =>
        Assert.Throws<ArgumentException>(() => Chart.LineFit([1, double.NaN], [1, 2], (0, 1), (0, 1)));

    [Fact]
    public void GraphSteps_WithLongerWords_KeepTheirPlaces()
    {
        var figure = Specimens.All["animated graph"]();

        Assert.Single(figure.Frames.Select(f => (f[0].Width, f[0].Height)).Distinct());
    }

    // What chart.js does.
    private static JsonNode? Merge(JsonNode? common, JsonNode? change)
    {
        switch (common, change)
        {
            case (_, null):
                return common?.DeepClone();
            case (JsonArray a, JsonArray b):
                return new JsonArray([.. a.Select((item, i) => Merge(item, b[i]))]);
            case (JsonObject a, JsonObject b):
                var all = a.DeepClone().AsObject();
                foreach (var (key, value) in b)
                {
                    all[key] = Merge(a[key], value);
                }

                return all;
            default:
                return change.DeepClone();
        }
    }
}
