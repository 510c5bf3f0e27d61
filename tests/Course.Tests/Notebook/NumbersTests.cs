namespace Course.Tests.Notebook;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(3750, "3750")]
    [InlineData(154546.2043, "154,546")]
    [InlineData(-5780.83136, "−5780.83")]
    [InlineData(49.68556641, "49.6856")]
    [InlineData(0.5, "0.5")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Text_Value_IsShortAndInvariant(double value, string text) => Assert.Equal(text, Numbers.Text(value));

    [Fact]
    public void Apart_NearlyEqual_ShowsEnoughDigits()
    {
        var (a, b) = Numbers.Apart(1.0000000001, 1);

        Assert.Equal(("1.0000000001", "1"), (a, b));
    }

    [Fact]
    public void Apart_LastBit_IsTold()
    {
        var (a, b) = Numbers.Apart(Math.BitIncrement(0.3), 0.3);

        Assert.NotEqual(a, b);
    }
}
