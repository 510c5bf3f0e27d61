using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training;

public sealed class BestWeightsTests : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _net = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2));
    private readonly BestWeights _best;

    public BestWeightsTests() => _best = BestWeights.Of(_net);

    public void Dispose()
    {
        _best.Dispose();
        _net.Dispose();
    }

    [Fact]
    public void Restore_AfterAWorseEpoch_PutsTheBestOneBack()
    {
        Run(5, 3, 4);

        _best.Restore();

        Assert.Equal((2, 3), (_best.Epoch, _best.Loss));
        AssertHolds(2);
    }

    [Fact]
    public void Restore_EqualLosses_KeepsTheFirst()
    {
        Run(2, 1, 1);

        _best.Restore();

        AssertHolds(2);
    }

    [Fact]
    public void Restore_LossThatIsNoNumber_IsNeverTheBest()
    {
        Run(double.NaN, 7, double.NaN);

        _best.Restore();

        AssertHolds(2);
    }

    [Fact]
    public void Restore_Twice_GivesTheSameAgain()
    {
        Run(1);
        _best.Restore();
        Fill(9);

        _best.Restore();

        AssertHolds(1);
    }

    [Fact]
    public void Offer_InsideADisposeScope_OutlivesIt()
    {
        using (NewDisposeScope())
        {
            Run(1);
        }

        Fill(9);
        _best.Restore();

        AssertHolds(1);
    }

    [Fact]
    public void Restore_NothingOffered_SaysWhatToDo() =>
        Assert.Contains("call Offer(epoch, loss)", Assert.Throws<InvalidOperationException>(_best.Restore).Message);

    private void Run(params double[] losses)
    {
        for (var epoch = 1; epoch <= losses.Length; epoch++)
        {
            Fill(epoch);
            _best.Offer(epoch, losses[epoch - 1]);
        }
    }

    private void Fill(int value)
    {
        using var quiet = no_grad();
        foreach (var tensor in _net.state_dict().Values)
        {
            tensor.fill_(value);
        }
    }

    private void AssertHolds(int value) =>
        Assert.All(_net.state_dict().Values, tensor => Assert.True((tensor == value).all().item<bool>()));
}
