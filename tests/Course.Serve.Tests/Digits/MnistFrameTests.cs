using Course.Serve.Digits;

namespace Course.Serve.Tests.Digits;

public sealed class MnistFrameTests
{
    [Theory]
    [InlineData(100, 10, 90)]  // shrinks
    [InlineData(30, 5, 25)]    // as large as it is to be
    [InlineData(8, 2, 7)]      // grows
    public void Fit_ASquare_FillsTheBoxInTheMiddle(int side, int from, int to)
    {
        var frame = MnistFrame.Fit(Pictures.Square(side, side, from, to));

        Assert.All(Enumerable.Range(0, 784), place =>
        {
            var (x, y) = (place % 28, place / 28);
            var isInside = x is >= 5 and < 25 && y is >= 5 and < 25;
            Assert.True(isInside ? frame[place] > 0.3 : frame[place] == 0, $"({x}, {y}) is {frame[place]}");
        });
    }

    // A bar with a dot at its end: the box would stand in the middle, the mass does not.
    [Fact]
    public void Fit_AHeavyEnd_IsCentredByMass()
    {
        var values = new float[60 * 60];
        foreach (var y in Enumerable.Range(10, 40))
        {
            foreach (var x in Enumerable.Range(28, y < 20 ? 20 : 4))
            {
                values[(y * 60) + x] = 1;
            }
        }

        var frame = MnistFrame.Fit(new Plane(60, 60, values));

        var (mass, sumX, sumY) = (0.0, 0.0, 0.0);
        for (var place = 0; place < 784; place++)
        {
            mass += frame[place];
            sumX += frame[place] * ((place % 28) + 0.5);
            sumY += frame[place] * ((place / 28) + 0.5);
        }

        Assert.InRange(sumX / mass, 14, 15);
        Assert.InRange(sumY / mass, 14, 15);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(3000, 1)]
    [InlineData(333, 7)]
    public void Fit_AnyForm_StaysInTheFrame(int width, int height)
    {
        var frame = MnistFrame.Fit(new Plane(width, height, [.. Enumerable.Repeat(1f, width * height)]));

        Assert.Equal(1, frame.Max());
        Assert.All(frame, pixel => Assert.InRange(pixel, 0, 1));
        Assert.Equal(20, Math.Max(Enumerable.Range(0, 28).Count(x => Enumerable.Range(0, 28).Any(y => frame[(y * 28) + x] > 0)), Enumerable.Range(0, 28).Count(y => Enumerable.Range(0, 28).Any(x => frame[(y * 28) + x] > 0))));
    }
}
