namespace Course.Tests.Charts;

public sealed class HighlightTests
{
    private static Highlight Two => Highlight.Of(
        ["a<b", "c"], row => row.Select((letter, i) => ($"{letter}", i - 1.0)), row => $"says {row.Length}", "yes", "no");

    [Fact]
    public void ToHtml_LargestWeight_HasTheFullShadeAndItsSignsEdge() =>
        Assert.Contains("background:rgba(0,103,192,0.55);border-bottom:2px dashed rgba(0,103,192,1);padding:.15em .06em\">a</span>", Two.ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void ToHtml_HalfTheLargest_HasHalfTheShade()
    {
        var html = Highlight.Of([1.0], w => [("x", 2 * w), ("y", w)], _ => "", "yes").ToHtml();

        Assert.Contains("rgba(192,106,0,0.275);border-bottom:2px solid rgba(192,106,0,0.5);padding:.15em .06em\">y<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_Letters_AreEscaped() => Assert.Contains(">&lt;</span>", Two.ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void ToHtml_NoOtherSide_HasOneKey() =>
        Assert.DoesNotContain("&nbsp;", Highlight.Of([1], _ => [("x", 1.0)], _ => "", "weight").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void ToString_Line_SaysWeightsAndNote() => Assert.Equal("a<b  says 3\n  a:−1.00 <:0 b:+1.00\nc  says 1\n  c:−1.00", Two.ToString());

    [Fact]
    public void ToHtml_WeightsOfZero_AreNotShaded() =>
        Assert.Contains("background:rgba(192,106,0,0);", Highlight.Of([1], _ => [("x", 0.0)], _ => "", "weight").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Of_NoNumber_SaysWhere() =>
        Assert.Contains("'xy'", Assert.Throws<ArgumentException>(() => Highlight.Of([1], _ => [("x", 1.0), ("y", double.NaN)], _ => "", "weight")).Message, StringComparison.Ordinal);
}
