using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class OutputHtmlTests
{
    private const string View = """{"key":"1","panels":[{"data":[],"layout":{}}],"controls":[]}""";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT type=\"text/javascript\" data-x=\"a>b\">alert(1)</SCRIPT >")]
    [InlineData("<script src=\"files/evil.js\"></script>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<script type=\"module\" class=\"course-view\">alert(1)</script>")]
    [InlineData("<script type=\"application/json\" class=\"course-view\">alert(1)</script>")]
    public void Script_OfAStranger_IsLeftOut(string html)
    {
        var output = OutputHtml.Clean($"<p>before</p>{html}<p>after</p>");
        Assert.Equal("<p>before</p><p>after</p>", output.Text.Replace("<svg></svg>", "", StringComparison.Ordinal));
        Assert.True(output.LostScript);
        Assert.False(output.HasCharts);
    }

    [Theory]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=https://example.org\">")]
    [InlineData("<base href=\"https://example.org\">")]
    [InlineData("<object data=\"x.svg\"></object>")]
    [InlineData("<embed src=\"x.svg\">")]
    [InlineData("<link rel=stylesheet href=\"https://example.org/x.css\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<frameset><frame src=\"javascript:alert(1)\"></frameset>")]
    public void Element_ThatActsOnThePage_IsDropped(string html)
    {
        var text = OutputHtml.Clean(html).Text;
        Assert.DoesNotMatch("<(iframe|meta|base|object|embed|link|noscript|frame)", text);
        Assert.DoesNotContain("<img src=\"x\" onerror", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=\"a.png\" onerror=\"alert(1)\">", "<img src=\"a.png\">")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"https://example.org\">x</a>", "<a href=\"https://example.org\">x</a>")]
    [InlineData("<img src=\"data:image/png;base64,AA==\" name=\"querySelector\">", "<img src=\"data:image/png;base64,AA==\">")]
    [InlineData("<b>bold", "<b>bold</b>")]
    [InlineData("</div></main>text", "text")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>", "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>")]
    public void Output_Cleaned_KeepsWhatItLooksLike(string html, string clean)
    {
        var output = OutputHtml.Clean(html);
        Assert.Equal(clean, output.Text);
        Assert.False(output.LostScript);
    }

    [Fact]
    public void Script_OfOurOwnChart_BecomesTheViewThatThePageDraws()
    {
        var output = OutputHtml.Clean($"<div data-chart=\"1\"></div><script>{ChartScript.Inline(View)}</script>");
        Assert.Equal($"<div data-chart=\"1\"></div><script type=\"application/json\" class=\"course-view\">{View}</script>", output.Text);
        Assert.True(output.HasCharts && output.HasPlotly && !output.LostScript);
    }

    [Theory]
    [InlineData("{}, alert(1)")]
    [InlineData("alert(1)")]
    [InlineData("{\"key\": alert(1)}")]
    [InlineData("{});alert(1);({}")]
    public void Script_ThatImitatesAChart_IsLeftOut(string view)
    {
        var output = OutputHtml.Clean($"<script>{ChartScript.Inline(view)}</script>");
        Assert.Equal("", output.Text);
        Assert.True(output.LostScript);
    }

    [Fact]
    public void Chart_WithoutPlotly_DoesNotAskForIt()
    {
        var output = OutputHtml.Clean($"<script>{ChartScript.Inline("""{"key":"1","panels":[{"svg":""}]}""")}</script>");
        Assert.True(output.HasCharts);
        Assert.False(output.HasPlotly);
    }
}
