using System.Text.Json.Nodes;
using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class MarkdownRendererTests
{
    private const string Pixel = "data:image/png;base64,AA==";

    private readonly MarkdownRenderer _renderer = new(new LinkResolver(".", new Dictionary<string, string>()));

    [Theory]
    [InlineData("a^2 + b^2 = c^2")]
    [InlineData("x==1 and y==2")]
    [InlineData("C++17; i++ and j++")]
    [InlineData("3~5 and 6~8")]
    public void Marks_ThatNoNotebookHostKnows_AreText(string text) => Assert.Equal($"<p>{text}</p>\n", _renderer.Render(text));

    [Fact]
    public void TwoTildes_AsOnGitHub_StrikeOut() => Assert.Equal("<p><del>gone</del></p>\n", _renderer.Render("~~gone~~"));

    [Theory]
    [InlineData("![x](attachment:my%20picture.png)")]
    [InlineData("![x](<attachment:my picture.png>)")]
    [InlineData("<img src=\"attachment:my%20picture.png\" alt=\"x\">")]
    [InlineData("<div>\n<img src=\"attachment:my picture.png\">\n</div>")]
    [InlineData("![x][pic]\n\n[pic]: <attachment:my picture.png>")]
    public void Attachment_HoweverItIsNamed_IsShown(string markdown) =>
        Assert.Contains($"src=\"{Pixel}\"", _renderer.Render(markdown, Attached("my picture.png", "image/png", "AA==\n")), StringComparison.Ordinal);

    [Fact]
    public void Attachment_OfAPercentSignInItsName_IsShown() =>
        Assert.Contains(Pixel, _renderer.Render("![x](attachment:50%25.png)", Attached("50%25.png", "image/png", "AA==")), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"<svg/>\"")]
    [InlineData("[\"<sv\", \"g/>\"]")]
    [InlineData("\"PHN2Zy8+\"")]
    public void Attachment_OfSvg_IsShownHoweverItIsStored(string data) =>
        Assert.Contains(
            "src=\"data:image/svg+xml;base64,PHN2Zy8+\"",
            _renderer.Render("![x](attachment:a.svg)", new JsonObject { ["a.svg"] = new JsonObject { ["image/svg+xml"] = JsonNode.Parse(data) } }),
            StringComparison.Ordinal);

    [Fact]
    public void Stroke_InCodeInATable_LosesItsBackslash() =>
        Assert.Contains("<td><code>a | b</code></td>", _renderer.Render("| x |\n|---|\n| `a \\| b` |"), StringComparison.Ordinal);

    [Fact]
    public void Stroke_InCodeElsewhere_KeepsItsBackslash() =>
        Assert.Contains("<code>a \\| b</code>", _renderer.Render("`a \\| b`"), StringComparison.Ordinal);

    [Fact]
    public void TableHead_WithoutWords_IsNone()
    {
        Assert.DoesNotContain("<th", _renderer.Render("| | |\n|---|---|\n| a | b |"), StringComparison.Ordinal);
        Assert.Contains("<th>x</th>", _renderer.Render("| x | |\n|---|---|\n| a | b |"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_BelowTheTitle_CanBeLinkedTo() =>
        Assert.Contains("<h2 id=\"a-part\">A part<a href=\"#a-part\" class=\"anchor\" aria-label=\"Link to this section\"></a></h2>", _renderer.Render("## A part"), StringComparison.Ordinal);

    [Fact]
    public void Text_NestedBeyondReading_IsShownAsItsSource()
    {
        var html = _renderer.Render(new string('>', 20_000) + " deep");
        Assert.StartsWith("<pre class=\"code\"><code>&gt;&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('`')]
    [InlineData('$')]
    [InlineData('<')]
    public void Marks_ByTheThousand_AreRendered(char mark) =>
        Assert.NotEmpty(_renderer.Render(new string(mark, 20_000) + " x " + new string(mark, 20_000)));

    private static JsonObject Attached(string name, string mime, string data) => new() { [name] = new JsonObject { [mime] = data } };
}
