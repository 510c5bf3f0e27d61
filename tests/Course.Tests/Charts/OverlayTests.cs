namespace Course.Tests.Charts;

public sealed class OverlayTests
{
    private static readonly double[] Image = [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0];   // 4 × 4, ink in the middle

    [Fact]
    public void Of_NoEffect_ShowsTheInkInGrey()
    {
        var planes = OverlayPixels.Of(Image, new double[16]);

        Assert.Equal([1, 1, 1], Color(planes, 0));
        Assert.All(Color(planes, 5), channel => Assert.InRange(channel, 0.6, 0.7));
    }

    [Fact]
    public void Of_Signs_AreVermillionAndBlue()
    {
        var planes = OverlayPixels.Of(Image, [.. new double[14], -2, 1]);

        Assert.True(Color(planes, 15) is [var r, _, var b] && r > b);
        Assert.True(Color(planes, 14) is [var red, _, var blue] && blue > red);
    }

    [Fact]
    public void Of_Patches_ColorAllTheirPixels()
    {
        var planes = OverlayPixels.Of(Image, [0, 0, 3, 0]);   // lower left

        Assert.Equal(Color(planes, 8), Color(planes, 13));
        Assert.Equal([1, 1, 1], Color(planes, 3));
    }

    [Fact]
    public void Overlay_OnADarkPage_TurnsItsPaper() =>
        Assert.Contains("<image class=\"n\"", Drawn(Chart.Overlay(Image, [new double[16]])), StringComparison.Ordinal);

    [Fact]
    public void ImageGrid_Photographs_KeepTheirColors() =>
        Assert.DoesNotContain("class=\"n\"", Drawn(Chart.ImageGrid([new double[48]])), StringComparison.Ordinal);

    [Theory]
    [InlineData(15, 16, "no square")]
    [InlineData(16, 9, "do not divide")]
    public void Overlay_SizesThatDoNotFit_AreNamed(int pixels, int values, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => Chart.Overlay(new double[pixels], [new double[values]])).Message, StringComparison.Ordinal);

    private static string Drawn(Figure figure) => new HtmlOf(figure).Stills.Single().ToString();

    private static double[] Color(double[] planes, int pixel) => [planes[pixel], planes[16 + pixel], planes[32 + pixel]];
}
