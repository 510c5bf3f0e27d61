using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class RawHtmlTests
{
    [Theory]
    [InlineData("<details open><summary>More</summary>", "<details open=\"\"><summary>More</summary>")]
    [InlineData("<kbd>Ctrl</kbd>", "<kbd>Ctrl</kbd>")]
    [InlineData("a &lt; b<br/>", "a &lt; b<br>")]
    [InlineData("<td colspan=2 style=\"position:fixed\">", "<td colspan=\"2\">")]
    [InlineData("<a href=\"page\" onclick=\"alert(1)\">", "<a href=\"page!\">")]
    [InlineData("<a href='bad'>", "<a>")]
    [InlineData("<img src=\"pic\" alt=\"a &quot;b&quot;\">", "<img src=\"pic!\" alt=\"a &quot;b&quot;\">")]
    [InlineData("<img src=\"bad\" alt=\"its <words>\" onerror=x>", "its &lt;words&gt;")]
    [InlineData("<a id=\"My_Part\">", "<a id=\"my-part\">")]
    [InlineData("<a name=\"Here\">", "<a id=\"here\">")]
    [InlineData("before<!-- gone -->after", "beforeafter")]
    public void Tag_ThatLaysOutText_PassesWithHarmlessAttributes(string html, string expected) => Assert.Equal(expected, Clean(html));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<ScRiPt src=//x.example/a.js>")]
    [InlineData("<iframe srcdoc='<p>'>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<meta http-equiv=refresh content=0>")]
    [InlineData("<img src=\"pic\" alt=\"unclosed")]
    [InlineData("a < b <")]
    public void Tag_OfAnyOtherKind_IsShownAsText(string html)
    {
        var clean = Clean(html);
        Assert.DoesNotMatch("<[a-zA-Z]", clean);
    }

    private static string Clean(string html) => RawHtml.Clean(html, Resolve, Resolve, (tex, _) => tex);

    private static string? Resolve(string url) => url == "bad" ? null : url + "!";
}
