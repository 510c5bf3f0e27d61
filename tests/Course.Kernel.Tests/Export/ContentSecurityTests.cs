using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class ContentSecurityTests
{
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    private const string Alert = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p><SCRIPT type=\"text/javascript\" data-x=\"a>b\">alert(1)</SCRIPT >")]
    public void Script_OfAnOutput_IsAllowedByItsHash(string html) =>
        Assert.Contains($"script-src 'self' {Alert};", ContentSecurity.Policy([html]), StringComparison.Ordinal);

    [Fact]
    public void LineEnds_BeforeHashing_AreThoseTheBrowserSees() =>
        Assert.Equal(ContentSecurity.Policy(["<script>a\nb</script>"]), ContentSecurity.Policy(["<script>a\r\nb</script>"]));

    [Fact]
    public void Page_WithoutScripts_AllowsOnlyItsFiles()
    {
        var policy = ContentSecurity.Policy(["<scripture>alert(1)</scripture>"]);
        Assert.Contains("default-src 'none'; script-src 'self'; style-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }
}
