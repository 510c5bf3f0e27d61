using Course.Benchmarks.Torch;

namespace Course.Benchmarks.Tests.Torch;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 1, 2, 2)]
    [InlineData(new[] { 4.0, 2, 3, 2 }, 2, 2.5, 1)]
    [InlineData(new[] { 5.0 }, 5, 5, 0)]
    public void Timing_OfRounds_KnowsFastestMedianAndSpread(double[] rounds, double fastest, double median, double spread)
    {
        var timing = new Timing(rounds);

        Assert.Equal((fastest, median, spread), (timing.Fastest, timing.Median, timing.Spread));
    }

    [Fact]
    public void Ratio_OfThreeEngines_SetsTheBetterThreadCountOfUsAgainstThatOfTheFasterPeer()
    {
        var outcome = Figures.Outcome("row", [8, 4], [6, 9], [7, 5]);

        Assert.Equal(5.0 / 4, outcome.Ratio(timing => timing.Fastest));
        Assert.Equal((4.0, 1), (outcome.Ours!.Value.Timing.Fastest, outcome.Ours.Value.Threads));
        Assert.Equal((5.0, 1), (outcome.Peer!.Value.Timing.Fastest, outcome.Peer.Value.Threads));
    }

    [Fact]
    public void Ratio_WithoutPeers_IsNone()
    {
        var outcome = Figures.Outcome("row", [8, 4], [null, null], [null, null]);

        Assert.Null(outcome.Ratio(timing => timing.Fastest));
        Assert.Null(outcome.Peer);
    }
}
