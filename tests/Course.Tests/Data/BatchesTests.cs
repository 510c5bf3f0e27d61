using FsCheck;
using FsCheck.Xunit;

namespace Course.Tests.DataSets;

public sealed class BatchesTests
{
    [Property]
    public bool Of_AnySize_EachPlaceExactlyOnce(NonNegativeInt count, PositiveInt size, int seed, NonNegativeInt epoch)
    {
        var batches = Batches.Of(count.Get, size.Get, seed, epoch.Get).ToList();

        return batches.SelectMany(batch => batch).Order().SequenceEqual(Enumerable.Range(0, count.Get))
            && batches.SkipLast(1).All(batch => batch.Length == size.Get)
            && batches.TakeLast(1).All(batch => batch.Length >= 1 && batch.Length <= size.Get);
    }

    [Property]
    public bool Of_SameSeedAndEpoch_SameOrder(int seed, NonNegativeInt epoch) =>
        Flat(seed, epoch.Get).SequenceEqual(Flat(seed, epoch.Get));

    [Fact]
    public void Of_OtherEpochOrSeed_OtherOrder()
    {
        var orders = from seed in Enumerable.Range(0, 10) from epoch in Enumerable.Range(0, 10) select string.Join(' ', Flat(seed, epoch));

        Assert.Equal(100, orders.Distinct().Count());
    }

    [Fact]
    public void Of_ManyEpochs_EveryPlaceIsFirstEquallyOften()
    {
        var firsts = Enumerable.Range(0, 10_000).Select(epoch => Batches.Of(10, 1, 7, epoch).First()[0]);

        Assert.All(firsts.CountBy(place => place), pair => Assert.InRange(pair.Value, 880, 1120));   // 1000 ± 4σ
    }

    [Fact]
    public void Of_NoBatchSize_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Batches.Of(10, 0, 1));

    private static IEnumerable<int> Flat(int seed, int epoch) => Batches.Of(50, 8, seed, epoch).SelectMany(batch => batch);
}
