using Course.Benchmarks.Torch;

namespace Course.Benchmarks.Tests.Torch;

public sealed class CostTests
{
    [Fact]
    public void Product_OfThreeSizes_CountsBothOperationsAndEachMatrixOnce() =>
        Assert.Equal(new Cost(2 * 5 * (2 * 3 * 4), 4 * 5 * ((2 * 3) + (3 * 4) + (2 * 4))), Cost.Product(5, 2, 3, 4));

    // 101,770 parameters, as notebook 08 counts them.
    [Fact]
    public void Mlp_OfABatch_CountsFiveProductsAndEightMovesOfEachParameter()
    {
        var cost = Cost.Mlp(64);

        Assert.Equal(2.0 * 64 * ((2 * 784 * 128) + (3 * 128 * 10)), cost.Flops);
        Assert.Equal(4.0 * ((64 * 784) + (2 * 64 * 138) + (8 * 101_770)), cost.Bytes);
    }

    [Fact]
    public void Cnn_WithoutABatch_MovesItsParametersOnly() =>
        Assert.Equal(new Cost(0, 4.0 * 8 * (320 + 346_176 + 650)), Cost.Cnn(0));

    [Fact]
    public void Gpt_OfTwiceTheContext_NeedsMoreThanTwiceTheOperations()
    {
        var (half, whole) = (Cost.Gpt(64, 4), Cost.Gpt(128, 4));

        // Beyond twice: 4 layers, 3 times forward's two products of 128 x 128 x 128 a batch less those of 2 (64 x 64 x 128), seen from the lower half.
        Assert.Equal(2.0 * 3 * 4 * 4 * 2 * 128 * ((128 * 129 / 2) - (2 * 64 * 65 / 2)), whole.Flops - (2 * half.Flops));
    }

    [Fact]
    public void WithPicking_OfABatch_ReadsAndWritesItsPixels() =>
        Assert.Equal(Cost.Mlp(64) with { Bytes = Cost.Mlp(64).Bytes + (2 * 4 * 64 * 784) }, Cost.Mlp(64).WithPicking(64));

    [Fact]
    public void Workloads_ButTheTinyNet_HaveBytes() =>
        Assert.All(Workloads.Parts().SelectMany(part => part.Rows).Where(row => row.Kind != "tiny"), row => Assert.True(row.Bytes > 0 && row.Flops >= 0, row.Name));
}
