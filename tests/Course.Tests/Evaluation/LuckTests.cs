using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Course.Tests.Evaluation;

/// <summary>Folds, bootstrap samples and the paired test.</summary>
public sealed class LuckTests
{
    [Property]
    public Property Stratified_AnyLabels_PartsAreDisjointCompleteAndEven(int seed) =>
        Prop.ForAll(Gen.Choose(0, 3).ArrayOf().Where(labels => labels.Length >= 5).ToArbitrary(), labels =>
        {
            var folds = Folds.Stratified(labels, 5, seed);
            return folds.SelectMany(fold => fold.Test).Order().SequenceEqual(Enumerable.Range(0, labels.Length))
                && folds.All(fold => fold.Train.Concat(fold.Test).Order().SequenceEqual(Enumerable.Range(0, labels.Length)))
                && folds.All(fold => labels.Distinct().All(c => Math.Abs(fold.Test.Count(i => labels[i] == c) - (labels.Count(label => label == c) / 5.0)) < 1));
        });

    [Fact]
    public void Stratified_OtherSeed_OtherParts()
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i % 3)];

        Assert.Equal(Folds.Stratified(labels, 3, 1)[0].Test, Folds.Stratified(labels, 3, 1)[0].Test);
        Assert.NotEqual(Folds.Stratified(labels, 3, 1)[0].Test, Folds.Stratified(labels, 3, 2)[0].Test);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Stratified_TooFewOrTooManyParts_SaysWhatIsAllowed(int k) =>
        Assert.Contains("give 2 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => Folds.Stratified([0, 1, 0], k, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_OfAShare_SpreadAsABinomialDoes()
    {
        var hits = Enumerable.Range(0, 400).Select(i => i % 10 == 0 ? 1.0 : 0.0).ToArray();
        var (low, high) = Bootstrap.Interval(Bootstrap.Values(400, places => places.Average(i => hits[i]), resamples: 4000));
        var deviation = Math.Sqrt(0.1 * 0.9 / 400);

        Assert.InRange((high - low) / (2 * 1.96 * deviation), 0.9, 1.1);
        Assert.InRange((high + low) / 2, 0.1 - (deviation / 5), 0.1 + (deviation / 5));
    }

    [Fact]
    public void Values_EverySample_HasTheSizeOfTheWhole() =>
        Assert.All(Bootstrap.Values(7, places => places.Length * (places.All(i => i is >= 0 and < 7) ? 1 : -1), resamples: 20), size => Assert.Equal(7, size));

    [Fact]
    public void Interval_OfZeroToHundred_CutsBothEnds()
    {
        var (low, high) = Bootstrap.Interval([.. Enumerable.Range(0, 101).Select(i => (double)i)], 0.9);

        Assert.Equal((5, 95), (Math.Round(low, 9), Math.Round(high, 9)));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 2 / 1024.0)]
    [InlineData(new[] { -1.0, -2, -3 }, 2 / 8.0)]
    [InlineData(new[] { 1.0, -1 }, 1)]
    [InlineData(new[] { 3.0, 1, -1 }, 6 / 8.0)]
    [InlineData(new[] { 0.0, 0, 0 }, 1)]
    [InlineData(new[] { 0.1, 0.2, 0.3, -0.6 }, 1)]
    public void SignFlip_OfFewPairs_CountsPatterns(double[] gaps, double wanted) => Assert.Equal(wanted, PairedTest.SignFlip(gaps));

    [Fact]
    public void SignFlip_NoPairs_SaysHowManyItTakes() =>
        Assert.Contains("1 to 20", Assert.Throws<ArgumentException>(() => PairedTest.SignFlip([])).Message, StringComparison.Ordinal);
}
