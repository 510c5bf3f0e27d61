namespace Course.Tests.DataSets;

public sealed class WarpTests
{
    private const int Side = 28;

    [Fact]
    public void Of_NoMovement_IsTheImage()
    {
        var image = Noise(1);

        Assert.Equal(image, new Warp().Of(image));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, -2)]
    [InlineData(-1, 5)]
    public void Of_WholePixels_MovesEachPixelAndLeavesPaperBehind(int right, int down)
    {
        var image = Noise(2);

        var moved = new Warp(right, down).Of(image);

        Assert.All(Places(), at =>
        {
            var (row, column) = (at.Row - down, at.Column - right);
            var wanted = row is >= 0 and < Side && column is >= 0 and < Side ? image[(row * Side) + column] : 0;
            Assert.Equal(wanted, moved[(at.Row * Side) + at.Column]);
        });
    }

    [Fact]
    public void Of_HalfAPixel_IsTheMeanOfTwoNeighbours()
    {
        float[] image = [0, 0, 0, 0, 1, 0.5f, 0, 0, 0];

        Assert.Equal([0, 0, 0, 0, 0.5f, 0.75f, 0, 0, 0], new Warp(Right: 0.5).Of(image));
    }

    [Fact]
    public void Of_QuarterTurn_IsClockwise()
    {
        var image = Noise(3);

        var turned = new Warp(Degrees: 90).Of(image);

        Assert.All(Places(), at => Assert.Equal(image[(at.Row * Side) + at.Column], turned[(at.Column * Side) + (Side - 1 - at.Row)], 1e-4));
    }

    [Fact]
    public void Of_TwiceTheSize_PutsTheMiddleHalfApart()
    {
        float[] image = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];   // 5 × 5, one dot above the middle

        var grown = new Warp(Scale: 2).Of(image);

        Assert.Equal(1, grown[2]);     // twice as far from the middle: the top row
        Assert.Equal(0.5, grown[7]);   // and twice as large
    }

    [Fact]
    public void Of_AnyMovement_StaysInRangeAndSize()
    {
        var random = new Random(4);
        var image = Noise(4);

        Assert.All(Enumerable.Range(0, 200), _ =>
        {
            var moved = Warp.Draw(random, pixels: 40, degrees: 180, scale: 0.9).Of(image);
            Assert.Equal(image.Length, moved.Length);
            Assert.All(moved, value => Assert.InRange(value, 0, 1));
        });
    }

    [Fact]
    public void Draw_ManyTimes_FillsItsBoundsAndNoMore()
    {
        var random = new Random(5);
        var drawn = Enumerable.Range(0, 2000).Select(_ => Warp.Draw(random, pixels: 2, degrees: 15, scale: 0.1)).ToArray();

        AssertFills(drawn.Select(warp => warp.Right), -2, 2);
        AssertFills(drawn.Select(warp => warp.Down), -2, 2);
        AssertFills(drawn.Select(warp => warp.Degrees), -15, 15);
        AssertFills(drawn.Select(warp => warp.Scale), 0.9, 1.1);
    }

    [Fact]
    public void Draw_SameSeed_IsTheSame() =>
        Assert.Equal(Warp.Draw(new Random(6), 2, 15, 0.1), Warp.Draw(new Random(6), 2, 15, 0.1));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 0, -0.1)]
    [InlineData(0, 0, 1)]
    public void Draw_BoundsThatAreNone_Throws(double pixels, double degrees, double scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Warp.Draw(new Random(7), pixels, degrees, scale));

    [Fact]
    public void Of_NotSquare_SaysSo() =>
        Assert.Contains("6 pixels are no square picture", Assert.Throws<ArgumentException>(() => new Warp().Of(new float[6])).Message);

    [Fact]
    public void Of_NoSize_SaysSo() =>
        Assert.Contains("a scale of 0", Assert.Throws<InvalidOperationException>(() => new Warp(Scale: 0).Of(new float[9])).Message);

    private static void AssertFills(IEnumerable<double> values, double low, double high)
    {
        var width = high - low;
        Assert.InRange(values.Min(), low, low + (0.02 * width));
        Assert.InRange(values.Max(), high - (0.02 * width), high);
    }

    private static IEnumerable<(int Row, int Column)> Places() =>
        from row in Enumerable.Range(0, Side) from column in Enumerable.Range(0, Side) select (row, column);

    private static float[] Noise(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => random.NextSingle())];
    }
}
