namespace Course.Tests.Evaluation;

public sealed class RankingTests
{
    [Theory]
    [InlineData(new[] { 0.1, 0.2, 0.8, 0.9 }, 1)]
    [InlineData(new[] { 0.9, 0.8, 0.2, 0.1 }, 0)]
    [InlineData(new[] { 0.5, 0.5, 0.5, 0.5 }, 0.5)]
    [InlineData(new[] { 0.1, 0.8, 0.8, 0.9 }, 0.875)]
    public void RocAuc_OfFour_CountsPairs(double[] scores, double wanted) =>
        Assert.Equal(wanted, Ranking.RocAuc(scores, [false, false, true, true]), 12);

    [Fact]
    public void RocAuc_OfAnyScores_IsTheShareOfPairsInOrder()
    {
        var random = new Random(13);
        for (var trial = 0; trial < 50; trial++)
        {
            var scores = Enumerable.Range(0, 40).Select(_ => (double)random.Next(12)).ToArray();
            bool[] truth = [true, false, .. Enumerable.Range(0, 38).Select(_ => random.Next(5) == 0)];
            var pairs = from i in Enumerable.Range(0, 40) where truth[i] from k in Enumerable.Range(0, 40) where !truth[k] select scores[i].CompareTo(scores[k]);

            Assert.Equal(pairs.Average(order => (1 + order) / 2.0), Ranking.RocAuc(scores, truth), 12);
        }
    }

    [Fact]
    public void Roc_OfAnyScores_GoesFromNeverToAlways()
    {
        var (falseAlarms, recall, thresholds) = Ranking.Roc([0.3, 0.6, 0.3], [true, false, false]);

        Assert.Equal([0, 0.5, 1], falseAlarms);
        Assert.Equal([0, 0, 1], recall);
        Assert.Equal([double.PositiveInfinity, 0.6, 0.3], thresholds);
    }

    [Fact]
    public void Roc_OneKindOnly_SaysWhatIsMissing() =>
        Assert.Contains("3 of 3 are yes", Assert.Throws<ArgumentException>(() => Ranking.Roc([1, 2, 3], [true, true, true])).Message, StringComparison.Ordinal);

    [Fact]
    public void Roc_NotANumber_NamesItsPlace() =>
        Assert.Contains("score 1", Assert.Throws<ArgumentException>(() => Ranking.Roc([1, double.NaN], [true, false])).Message, StringComparison.Ordinal);

    [Fact]
    public void PrecisionRecall_OtherLengths_NamesBoth() =>
        Assert.Contains("2 answers and 3 truths", Assert.Throws<ArgumentException>(() => Ranking.PrecisionRecall([1, 2], [true, false, true])).Message, StringComparison.Ordinal);
}
