namespace Course.Tests.Notebook;

public sealed class TableTests
{
    private static readonly (string Name, double Mass)[] Birds = [("Adelie", 3700.5), ("Gentoo <3", 15076)];

    [Fact]
    public void ToString_Columns_AlignsNumbersAtThePoint()
    {
        var table = Table.Of(Birds, ("species", bird => bird.Name), ("mass (g)", bird => bird.Mass)).Caption("Means");

        Assert.Equal("Means\nspecies    mass (g)\nAdelie       3700.5\nGentoo <3  15,076", table.ToString());
    }

    [Fact]
    public void ToHtml_Numbers_HaveTheirPointsBelowEachOther()
    {
        var html = Table.Of([2.5, 12, 0.125], ("mass (g)", mass => mass)).ToHtml();

        Assert.Contains(">2.5\u2007\u2007<", html, StringComparison.Ordinal);
        Assert.Contains(">12\u2008\u2007\u2007\u2007<", html, StringComparison.Ordinal);
        Assert.Contains(">0.125<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_NamedValues_StandUnderTheirNames()
    {
        var table = Table.Row(("loss", 0.25), ("made by", "×"));

        Assert.Equal("loss  made by\n0.25  ×", table.ToString());
    }

    [Fact]
    public void ToHtml_Text_IsEscaped()
    {
        var html = Table.Of(Birds, ("species", bird => bird.Name)).ToHtml();

        Assert.Contains("Gentoo &lt;3", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoColumns_SaysWhatToGive()
    {
        var e = Assert.Throws<ArgumentException>(() => Table.Of(Birds));

        Assert.Contains("at least one", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_NoRows_KeepsHeaders() => Assert.Equal("species", Table.Of(Birds.Take(0), ("species", bird => bird.Name)).ToString());
}
