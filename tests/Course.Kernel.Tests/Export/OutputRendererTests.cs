using System.Text.Json.Nodes;
using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class OutputRendererTests
{
    private readonly OutputRenderer _renderer = new(new MarkdownRenderer(new LinkResolver(".", new Dictionary<string, string>())));

    [Theory]
    [InlineData("""{"text/plain":"p","text/html":"<b>h</b>","image/png":"AA=="}""", "<b>h</b>")]
    [InlineData("""{"text/plain":"p","image/svg+xml":"<svg/>","image/png":"AA=="}""", "data:image/svg+xml;base64,PHN2Zy8+\" alt=\"p\"")]
    [InlineData("""{"text/plain":"p","text/markdown":"**m**","image/png":"AA=="}""", "data:image/png;base64,AA==\" alt=\"p\"")]
    [InlineData("""{"text/plain":"p","text/markdown":"**m**"}""", "<strong>m</strong>")]
    [InlineData("""{"text/plain":["a\n","<b>"]}""", "<pre class=\"result\">a\n&lt;b&gt;</pre>")]
    [InlineData("""{"text/plain":"p","text/latex":"\\frac12"}""", "class=\"math display\">\\frac12")]
    [InlineData("""{"text/plain":"p","text/latex":"$$\\frac12$$"}""", "class=\"math display\">\\frac12")]
    [InlineData("""{"text/plain":"p","text/latex":"$x^2$"}""", "class=\"math inline\">x^2")]
    [InlineData("""{"text/vnd.mermaid":"graph TD"}""", "<pre class=\"mermaid\">graph TD</pre>")]
    [InlineData("""{"application/json":{"a":1}}""", "&quot;a&quot;: 1")]
    public void Result_InSeveralMimes_ShowsTheRichest(string data, string html) =>
        Assert.Contains(html, Render($$"""{"output_type":"execute_result","metadata":{},"data":{{data}} }"""), StringComparison.Ordinal);

    [Fact]
    public void Streams_OfOneName_AreJoinedBeforeColours()
    {
        var html = Render(
            """{"output_type":"stream","name":"stdout","text":"\u001b[31mre"}""",
            """{"output_type":"stream","name":"stdout","text":["d\u001b[0m\n","10 %\r20 %\n"]}""",
            """{"output_type":"stream","name":"stderr","text":"oh"}""");
        Assert.Equal("<pre class=\"stream stdout\"><span class=\"ansi-1\">red</span>\n20 %</pre>\n<pre class=\"stream stderr\">oh</pre>\n", html);
    }

    [Fact]
    public void Stream_OfManyMegabytes_ShowsItsTwoEnds()
    {
        var text = "first\n" + new string('x', 5_000_000) + "\nlast";
        var html = Render(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text }.ToJsonString());
        Assert.InRange(html.Length, 100_000, 200_000);
        Assert.Contains("characters are left out here", html, StringComparison.Ordinal);
        Assert.EndsWith("\nlast</pre>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_WithTraceback_ShowsItInColour()
    {
        var html = Render("""{"output_type":"error","ename":"E<T>","evalue":"v","traceback":["\u001b[31mline 1\u001b[0m","line 2"]}""");
        Assert.Contains("aria-label=\"Error: E&lt;T&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"ansi-1\">line 1</span>\nline 2", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_WithoutTraceback_ShowsItsMessage() =>
        Assert.Contains("<pre>E: v</pre>", Render("""{"output_type":"error","ename":"E","evalue":"v","traceback":[]}"""), StringComparison.Ordinal);

    [Fact]
    public void Loader_OfPlotly_IsCutOutAndAChartAsksForTheFile()
    {
        var html = Render("""{"output_type":"display_data","data":{"text/html":"card<!--course:plotly--><script>4 MB of Plotly</script><!--/course:plotly-->"}}""");
        Assert.Equal("<div class=\"html\">card</div>\n", html);
        Assert.False(_renderer.HasPlotly);
        Render(Chart());
        Assert.True(_renderer.HasPlotly);
    }

    [Fact]
    public void CSharp_InAHint_IsHighlighted() =>
        Assert.Contains(
            "<span class=\"k\">return</span> x &lt; <span class=\"n\">1</span>;",
            Render("""{"output_type":"display_data","data":{"text/html":"<pre><code class=\"language-csharp\">return x &lt; 1;</code></pre>"}}"""),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"output_type":"strange"}""")]
    [InlineData("""{"output_type":"display_data"}""")]
    [InlineData("""{"output_type":"display_data","data":{}}""")]
    [InlineData("""{"output_type":"stream","name":"stdout","text":"\n"}""")]
    public void Output_WithNothingToSee_IsNothing(string json) => Assert.Equal("", Render(json));

    [Fact]
    public void Script_LeftOut_IsMentioned()
    {
        var html = Render("""{"output_type":"display_data","data":{"text/html":"<b>x</b><script>alert(1)</script>"}}""");
        Assert.StartsWith("<div class=\"html\"><b>x</b></div>\n<p class=\"left-out\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", html, StringComparison.Ordinal);
    }

    private static string Chart() => new JsonObject
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject { ["text/html"] = $"<script>{ChartScript.Inline("""{"key":"1","panels":[{"data":[]}]}""")}</script>" },
    }.ToJsonString();

    private string Render(params string[] outputs) => _renderer.Render(outputs.Select(json => (JsonObject)JsonNode.Parse(json)!));
}
