namespace Course.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void Bins_OfTwo_HaveMeansAndShares()
    {
        var bins = Calibration.Bins([0.1, 0.3, 0.5, 0.75, 1], [false, true, true, false, true], bins: 2);

        Assert.Equal([new CalibrationBin(2, 0.2, 0.5), new CalibrationBin(3, 0.75, 2 / 3.0)], bins);
    }

    [Fact]
    public void Error_OfTwoBins_IsTheMeanGapOfAnAnswer() =>
        Assert.Equal(((2 * 0.3) + (3 * (0.75 - (2 / 3.0)))) / 5, Calibration.Error([0.1, 0.3, 0.5, 0.75, 1], [false, true, true, false, true], bins: 2), 12);

    [Fact]
    public void Error_WhenCertainAndRight_IsZero() => Assert.Equal(0, Calibration.Error([0, 1], [false, true]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(2.5)]
    [InlineData(double.NaN)]
    public void Bins_NoChance_NamesItsPlace(double odd) =>
        Assert.Contains("chance 1", Assert.Throws<ArgumentException>(() => Calibration.Bins([0.5, odd], [true, false])).Message, StringComparison.Ordinal);
}
