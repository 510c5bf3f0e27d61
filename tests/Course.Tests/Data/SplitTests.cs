using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Course.Tests.DataSets;

public sealed class SplitTests
{
    [Property]
    public bool Random_AnyCount_PartsAreDisjointAndComplete(NonNegativeInt count, int seed)
    {
        var (train, test) = Split.Random(count.Get, 0.2, seed);

        return train.Concat(test).Order().SequenceEqual(Enumerable.Range(0, count.Get))
            && test.Length == (int)Math.Round(count.Get * 0.2, MidpointRounding.AwayFromZero);
    }

    [Property]
    public Property Stratified_AnyLabels_EachClassGivesItsShare(int seed) =>
        Prop.ForAll(Gen.Choose(0, 4).ArrayOf().ToArbitrary(), labels =>
        {
            var (train, test) = Split.Stratified(labels, 0.3, seed);
            return train.Concat(test).Order().SequenceEqual(Enumerable.Range(0, labels.Length))
                && labels.Distinct().All(c =>
                    Math.Abs(test.Count(i => labels[i] == c) - (0.3 * labels.Count(label => label == c))) <= 0.5);
        });

    [Property]
    public bool Stratified_SameSeed_SameParts(int seed)
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i % 3)];

        return Split.Stratified(labels, 0.2, seed).Test.SequenceEqual(Split.Stratified(labels, 0.2, seed).Test);
    }

    [Fact]
    public void Stratified_OtherSeed_OtherParts()
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        var different = Enumerable.Range(0, 20).Select(seed => string.Join(' ', Split.Stratified(labels, 0.2, seed).Test)).Distinct().Count();

        Assert.Equal(20, different);
    }

    [Fact]
    public void Random_KnownSeed_GivesTheSamePlacesEverywhere() =>
        Assert.Equal([0, 1, 9], Split.Random(10, 0.3, seed: 1).Test);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.2)]
    [InlineData(20)]
    [InlineData(double.NaN)]
    public void Random_FractionOutOfRange_SaysWhatToGive(double fraction) =>
        Assert.Contains("such as 0.2", Assert.Throws<ArgumentOutOfRangeException>(() => Split.Random(10, fraction, 1)).Message, StringComparison.Ordinal);
}
