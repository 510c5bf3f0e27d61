using Course.Tests.Notebook;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Compression;

[Collection(LearnerState.Name)]
public sealed class Int8LinearTests
{
    [Theory]
    [InlineData(1, 784, 128)]
    [InlineData(70, 33, 5)]
    [InlineData(0, 9, 4)]
    [InlineData(130, 300, 130)]
    public void Forward_AnySize_IsTheProductOfTheRoundedNumbers(int rows, int inputs, int outputs)
    {
        using var scope = NewDisposeScope();
        manual_seed(18);
        var (layer, x) = (nn.Linear(inputs, outputs), randn(rows, inputs) * 2);
        var small = Int8Linear.Of(layer, inputScale: 0.04);

        var came = small.call(x);

        var (weight, scale) = Rounded(layer.weight!);
        var steps = (x / 0.04f).round().clamp(-127, 127);
        var wanted = steps.to(ScalarType.Float64).matmul(weight.t().to(ScalarType.Float64)) * scale.to(ScalarType.Float64) * 0.04 + layer.bias!.to(ScalarType.Float64);
        Assert.Equal(new long[] { rows, outputs }, came.shape);
        Assert.True(rows == 0 || (came.to(ScalarType.Float64) - wanted).abs().max().item<double>() < 1e-4);
        Assert.False(came.requires_grad);
    }

    [Fact]
    public void Of_ARowOfZerosAndNoBias_StaysZero()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Linear(4, 2, hasBias: false);
        using (no_grad())
        {
            layer.weight!.zero_();
        }

        Assert.Equal(new float[6], Int8Linear.Of(layer, 0.1).call(ones(3, 4)).data<float>().ToArray());
    }

    [Fact]
    public void Save_LoadedIntoANewOne_AnswersTheSame()
    {
        using var scope = NewDisposeScope();
        manual_seed(18);
        var (layer, x) = (nn.Linear(50, 20), randn(7, 50));
        var (small, other) = (nn.Sequential(Int8Linear.Of(layer, 0.03)), nn.Sequential(new Int8Linear(50, 20)));
        var path = Path.GetTempFileName();
        try
        {
            small.save(path);
            _ = other.call(x);
            other.load(path);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(small.call(x).data<float>().ToArray(), other.call(x).data<float>().ToArray());
    }

    [Fact]
    public void Of_InAScope_OutlivesIt()
    {
        Int8Linear small;
        using (NewDisposeScope())
        {
            small = Int8Linear.Of(nn.Linear(4, 2), 0.1);
        }

        Assert.Equal(new long[] { 1, 2 }, small.call(ones(1, 4)).shape);
    }

    [Fact]
    public void Forward_AnotherShapeOrType_SaysWhatItTakes()
    {
        using var scope = NewDisposeScope();
        var layer = new Int8Linear(5, 2);
        foreach (var x in new[] { ones(5), ones(2, 4), ones(2, 5, ScalarType.Float64) })
        {
            Assert.Contains("it takes (N, 5) of Float32", Assert.Throws<ArgumentException>(() => layer.call(x)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_NoScale_SaysWhatIsWanted() => Assert.Contains(
        "above 0", Assert.Throws<ArgumentOutOfRangeException>(() => Int8Linear.Of(nn.Linear(3, 2), 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void FileSize_OfALayer_IsWhatLiesOnTheDisk()
    {
        using var scope = NewDisposeScope();
        var net = nn.Sequential(new Int8Linear(1000, 10));

        var size = FileSize.Of(net);

        Assert.InRange(size.Plain, 10_000 + 84, 10_000 + 84 + 200);   // the numbers, then names and shapes
        Assert.InRange(size.Zipped, 1, 500);                          // all weights are 0
    }

    private static (Tensor Steps, Tensor Scale) Rounded(Tensor weight)
    {
        var scale = weight.detach().abs().amax([1], keepdim: true) / 127;
        return ((weight.detach() / scale).round(), scale.t());
    }
}
