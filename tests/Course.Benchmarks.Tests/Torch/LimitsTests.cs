using Course.Benchmarks.Torch;

namespace Course.Benchmarks.Tests.Torch;

public sealed class LimitsTests
{
    private static readonly Limits Limits = Limits.From(
        [Figures.Outcome(Product(100), [2, 1], [1, 0.5]), Figures.Outcome(Product(300), [6, 6], [null, null])],
        [Figures.Outcome(Copy(10), [0.1, 0.5]), Figures.Outcome(Copy(1000), [20, 10]), Figures.Outcome(Copy(1000), [25, 8])]);

    [Fact]
    public void Peak_OfARun_IsTheBestProductOfAnyEngine() => Assert.Equal([100, 200], Limits.Peak);

    [Fact]
    public void Copies_OfARun_AreTheBetterWayAndNeverSlowerWithMoreThreads()
    {
        Assert.Equal([10.0, 1000], Limits.Copies.Select(copy => copy.Bytes));
        Assert.Equal([100, 100], Limits.Copies[0].Rates);
        Assert.Equal([50, 125], Limits.Copies[1].Rates);
    }

    [Theory]
    [InlineData(1000, 5, 1, 5 + 0.05)]
    [InlineData(1000, 999, 0, 10 + 9.99)]
    [InlineData(1000, 1000, 1, 5 + 8)]
    [InlineData(0, 4000, 0, 80)]
    public void Seconds_OfAWorkload_AddsOperationsAndBytesAtTheirOwnPace(double flops, double bytes, int threads, double expected) =>
        Assert.Equal(expected, Limits.Seconds(new Workload("row", "kind") { Flops = flops, Bytes = bytes }, threads)!.Value, 1e-9);

    [Fact]
    public void Seconds_WithoutOperationsCounted_IsNone() => Assert.Null(Limits.Seconds(new Workload("row", "tiny"), 0));

    private static Workload Product(double flops) => new("product", "matmul") { Flops = flops };

    private static Workload Copy(double bytes) => new("copy", "copy") { Bytes = bytes };
}
