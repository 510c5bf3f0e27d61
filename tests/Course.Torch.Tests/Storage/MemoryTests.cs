using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Storage;

[Collection("default generator")]
public class MemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    public void SizeClass_OfAnySize_HoldsItAndWastesLittle(long bytes)
    {
        var size = BlockPool.SizeOf(BlockPool.ClassOf(bytes));

        Assert.True(size >= bytes);
        Assert.True(size <= Math.Max(BlockPool.ManagedLimit * 1.25, bytes * 1.25));
    }

    [Fact]
    public void Zeros_OfMoreThanTwoGigabytes_AreZeros()
    {
        using var large = zeros(270_000_000, dtype: ScalarType.Int64);

        Assert.Equal(0, large[-1].item<long>());
        Assert.Equal(270_000_000, large.numel());
    }

    [Fact]
    public void Scope_GivingManyAway_MovesEachOnce()
    {
        using var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var four = Enumerable.Range(0, 4).Select(_ => ones(2)).ToArray();

        inner.MoveToOuter(four[0], four[1], four[2], four[3]);
        inner.Dispose();

        Assert.All(four, tensor => Assert.True(outer.Contains(tensor)));
        outer.Detach(four.ToList());
        Assert.All(four, tensor => Assert.False(outer.Contains(tensor)));
        outer.Attach(four.ToList());
        DisposeScopeManager.Statistics.Reset();
        outer.Attach(four[0]); // is there already
        Assert.Equal(0, DisposeScopeManager.Statistics.AttachedToScopeCount);
    }

    [Fact]
    public void Scope_Disposed_TakesItsTensorsAlong()
    {
        torch.Tensor kept, dropped;
        using (var scope = NewDisposeScope())
        {
            dropped = zeros(3) + 1;
            kept = scope.MoveToOuter(dropped * 2);
        }

        Assert.True(dropped.IsInvalid);
        Assert.Equal([2, 2, 2], Tolerance.Values(kept));
    }

    [Fact]
    public void Scope_AroundTraining_DoesNotTakeWhatBackwardNeeds()
    {
        var w = ones(3, requires_grad: true);
        torch.Tensor loss;
        using (var scope = NewDisposeScope())
        {
            loss = scope.MoveToOuter((w * 2).exp().sum());
        }

        loss.backward();

        Assert.Equal(2 * Math.Exp(2), Tolerance.Values(w.grad!)[0], 5);
    }

    [Fact]
    public void Statistics_CountWhatAScopeMakes()
    {
        DisposeScopeManager.Statistics.Reset();
        using (NewDisposeScope())
        {
            _ = zeros(2);
        }

        Assert.Equal(1, DisposeScopeManager.Statistics.CreatedInScopeCount);
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
