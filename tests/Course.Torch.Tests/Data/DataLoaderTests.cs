using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Data;

public class DataLoaderTests
{
    [Fact]
    public void Batches_InOrder_CoverAllWithASmallLastOne()
    {
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(10).reshape(5, 2), arange(5)), 2, disposeBatch: false);
        var batches = loader.Select(batch => batch[1].data<long>().ToArray()).ToArray();

        Assert.Equal(3, loader.Count);
        Assert.Equal([[0, 1], [2, 3], [4]], batches);
    }

    [Fact]
    public void DropLast_LeavesTheRestOut()
    {
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(5)), 2, drop_last: true);

        Assert.Equal(2, loader.Count);
        Assert.Equal(2, loader.Select(_ => 1).Sum());
    }

    [Fact]
    public void Shuffled_WithASeed_RepeatsItsOrderAndChangesIt()
    {
        var (first, second) = (Orders(7), Orders(7));

        Assert.Equal(first, second);
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), first[0].Order());
    }

    [Fact]
    public void Batch_IsDisposed_WhenTheLoopMovesOn()
    {
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(4)), 2);
        var seen = new List<torch.Tensor>();
        foreach (var batch in loader)
        {
            seen.Add(batch[0]);
        }

        Assert.All(seen, tensor => Assert.True(tensor.IsInvalid));
    }

    private static long[][] Orders(int seed)
    {
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(20)), 20, shuffle: true, seed: seed);
        return [.. Enumerable.Range(0, 2).Select(_ => loader.Select(batch => batch[0].data<long>().ToArray()).Single())];
    }
}
