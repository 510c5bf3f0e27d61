using System.Text;
using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class FigureHtmlTests
{
    private const string Chart = "<div class=\"course-chart\" data-chart=\"1\" data-caption=\"Points &amp; lines.\"><div data-panels=\"\"><div data-panel=\"\"><img src=\"{0}\"></div></div></div>";

    [Fact]
    public void Charts_OfAPage_AreCountedAndCaptioned()
    {
        var figures = new FigureHtml();
        var html = figures.Wrap(Chart + "<p>between</p>" + Chart) + figures.Wrap(Chart);

        Assert.Equal(3, figures.Count);
        Assert.Contains("<figure class=\"chart\" id=\"figure-3\"><div class=\"course-chart\"", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption><a class=\"number\" href=\"#figure-2\">Figure 2.</a> <span>Points &amp; lines.</span></figcaption>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(552, "chart narrow")]
    [InlineData(720, "chart")]
    public void Chart_NarrowerThanText_EndsWithTheText(int width, string classes) =>
        Assert.StartsWith($"<figure class=\"{classes}\"", new FigureHtml().Wrap($"<div class=\"course-chart\" data-chart=\"1\" style=\"margin:8px auto;max-width:{width}px\"></div>"), StringComparison.Ordinal);

    [Fact]
    public void Chart_WithAMarkupCaption_StaysText() =>
        Assert.DoesNotContain("<b>", new FigureHtml().Wrap("<div class=\"course-chart\" data-chart=\"1\" data-caption=\"&lt;b&gt;\"></div>"), StringComparison.Ordinal);

    [Fact]
    public void Output_WithoutCharts_StaysAsItIs()
    {
        var figures = new FigureHtml();

        Assert.Equal("<table></table>", figures.Wrap("<table></table>"));
        Assert.Equal(0, figures.Count);
    }

    [Fact]
    public void Drawing_OnThePage_SaysHowWideItWasDrawn()
    {
        var html = new FigureHtml().Wrap(Chart.Replace("{0}", Uri("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 420\"></svg>"), StringComparison.Ordinal));

        Assert.Contains("--drawn:720px\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawing_OnThePage_LosesItsOwnPaper()
    {
        var html = new FigureHtml().Wrap(Chart.Replace("{0}", Uri("<svg><rect class=\"paper\" width=\"100%\"/></svg>"), StringComparison.Ordinal));

        Assert.Contains("src=\"data:image/svg+xml,%3Csvg%3E%3Crect fill=%22none%22 width=%22100%25%22/%3E%3C/svg%3E\"", html, StringComparison.Ordinal);
    }

    private static string Uri(string svg) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
}
