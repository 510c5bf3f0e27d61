using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Course.Tests.Charts;

public sealed class FigureHtmlTests
{
    public static TheoryData<string> Kinds => new(Specimens.All.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Html_EveryKind_HasADrawingWithTitleAndTextAlternative(string kind)
    {
        var figure = Specimens.All[kind]();
        var html = new HtmlOf(figure);

        Assert.NotEmpty(html.Stills);
        Assert.All(html.Stills, svg => Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value.Length > 0));
        Assert.Contains("alt=\"", html.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alt=\"\"", html.Text, StringComparison.Ordinal);
        Assert.True(figure.ToString().Length > 10, figure.ToString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Html_ForeignCulture_IsTheSame(string kind) =>
        Assert.Equal(new HtmlOf(Specimens.All[kind]()).Text, HtmlOf.InForeignCulture(() => new HtmlOf(Specimens.All[kind]()).Text));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Drawing_EveryKind_HasFiniteNumbersOnly(string kind) =>
        Assert.All(new HtmlOf(Specimens.All[kind]()).Stills, svg => Assert.DoesNotContain(
            svg.Descendants().SelectMany(e => e.Attributes()),
            a => a.Value.Contains("NaN", StringComparison.Ordinal) || a.Value.Contains('∞', StringComparison.Ordinal)));

    [Fact]
    public void Html_MarkupInATitle_StaysText()
    {
        var html = new HtmlOf(Chart.Line([1.0, 2], "a</script>").Title("</script><script>alert(1)</script>").Axes("<!--", "\"'&"));

        Assert.Single(html.Text.Split("</script>")[..^1]);
        Assert.DoesNotContain("<!--", html.Text, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)</script>", (string?)html.View["panels"]![0]!["layout"]!["title"]!["text"]);
        Assert.Contains(html.Stills[0].Descendants(), e => e.Value == "</script><script>alert(1)</script>");
    }

    [Fact]
    public void Html_SameFigure_IsTheSameBytes() =>
        Assert.Equal(new HtmlOf(Specimens.All["slider"]()).Text, new HtmlOf(Specimens.All["slider"]()).Text);

    [Fact]
    public void Key_TwoPicturesWithoutPlotly_Differ()
    {
        string Key(double ink) => (string)new HtmlOf(Chart.ImageGrid([new[] { ink, 0, 0, 0 }])).View["key"]!;

        Assert.NotEqual(Key(1), Key(0.5));
    }

    [Fact]
    public void Html_ManyPoints_IsPackedAndDrawnOnTheGraphicsCard()
    {
        var many = Enumerable.Range(0, 100_000).ToArray();
        var html = new HtmlOf(Chart.Scatter(many, many));

        Assert.Equal("scattergl", (string?)html.View["panels"]![0]!["data"]![0]!["type"]);
        Assert.InRange(html.Text.Length, 1_000_000, 1_400_000);
        Assert.InRange(html.Stills[0].ToString().Length, 1_000, 100_000);
    }

    [Fact]
    public void Html_AltGiven_ReplacesTheGeneratedOne()
    {
        var figure = Chart.Line([1.0, 2]).Title("t").Alt("A rising line");

        Assert.Contains("aria-label=\"A rising line\"", new HtmlOf(figure).Text, StringComparison.Ordinal);
        Assert.Equal("A rising line", figure.ToString());
    }

    [Fact]
    public void Loader_Repeated_IsThereEachTimeButNotInFigures()
    {
        var (first, second) = (Plotly.LoaderHtml(), Plotly.LoaderHtml());

        Assert.StartsWith("<!--course:plotly-->", first, StringComparison.Ordinal);
        Assert.EndsWith("<!--/course:plotly-->", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.DoesNotContain("course:plotly", Chart.Line([1.0]).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Still_OfAnAnimation_IsItsLastFrame()
    {
        var bars = new HtmlOf(Specimens.All["animation"]()).Stills.Single().Descendants().Where(e => e.Name.LocalName == "rect" && e.Attribute("fill") is not null).ToArray();

        Assert.True((double)bars[0].Attribute("height")! > 100, "w is 4 in the last frame");
        Assert.True((double)bars[1].Attribute("height")! < 1, "b is 0 in the last frame");
    }

    [Fact]
    public void Controls_ForReadersWithoutScripts_AreNamed()
    {
        Assert.Contains("<div data-controls=\"a &lt; b\">", new HtmlOf(Chart.Slider("a < b", [1, 2], n => Chart.Line([1.0, n]))).Text, StringComparison.Ordinal);
        Assert.Contains("<div data-controls=\"\">", new HtmlOf(Chart.Line([1.0])).Text, StringComparison.Ordinal);
    }

    // Drawn wide and shown in half a page, its words would be half as large.
    [Fact]
    public void Drawing_OfASurfaceBesideAnother_IsAsNarrowAsItsPlace()
    {
        Figure Bowl() => Chart.Surface((x, y) => (x * x) + (y * y), (-1, 1), (-1, 1), 3);

        Assert.All(new HtmlOf(Chart.Grid(2, Bowl(), Bowl())).Stills, svg => Assert.Equal("480", svg.Root!.Attribute("width")!.Value));
        Assert.Equal("720", new HtmlOf(Bowl()).Stills.Single().Root!.Attribute("width")!.Value);
    }
}
