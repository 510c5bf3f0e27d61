using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class ContentSecurityTests
{
    [Fact]
    public void Policy_OfAPage_AllowsOnlyItsFiles()
    {
        Assert.Contains("default-src 'none'; script-src 'self'; style-src", ContentSecurity.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("eval", ContentSecurity.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("sha256", ContentSecurity.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", ContentSecurity.Policy, StringComparison.Ordinal);
    }
}
