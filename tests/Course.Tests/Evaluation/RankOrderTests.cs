namespace Course.Tests.Evaluation;

public sealed class RankOrderTests
{
    [Fact]
    public void Of_EqualValues_ShareTheMeanOfTheirPlaces() => Assert.Equal([3, 0.5, 0.5, 2], RankOrder.Of([9, -1, -1, 4]));

    // SciPy 1.10: spearmanr([1, 2, 2, 3, 5], [5, 1, 4, 2, 9]) and spearmanr([0, 0, 0, 1, 2, 2], [4, 4, 1, 0, 1, 9]).
    [Theory]
    [InlineData(new double[] { 1, 2, 2, 3, 5 }, new double[] { 5, 1, 4, 2, 9 }, 0.20519567041703082)]
    [InlineData(new double[] { 0, 0, 0, 1, 2, 2 }, new double[] { 4, 4, 1, 0, 1, 9 }, 0.015891043154093204)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 1, 10, 11, 500 }, 1)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 7, 0, -7 }, -1)]
    public void Correlation_Lists_AreThoseOfSciPy(double[] a, double[] b, double wanted) =>
        Assert.Equal(wanted, RankOrder.Correlation(a, b), 1e-12);

    [Fact]
    public void Correlation_ListsWithoutOrder_AreRefusedWithAReason() =>
        Assert.Contains("at least two different values", Assert.Throws<ArgumentException>(() => RankOrder.Correlation([1, 1], [1, 2])).Message, StringComparison.Ordinal);

    [Fact]
    public void Correlation_OneLonger_IsRefused() => Assert.Throws<ArgumentException>(() => RankOrder.Correlation([1, 2], [1, 2, 3]));

    [Fact]
    public void Of_NotANumber_IsRefused() => Assert.Throws<ArgumentException>(() => RankOrder.Of([1, double.NaN]));
}
