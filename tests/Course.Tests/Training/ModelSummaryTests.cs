using Course.Tests.Notebook;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Tests.Training;

[Collection(LearnerState.Name)]
public sealed class ModelSummaryTests
{
    [Fact]
    public void Of_TheDigitNetwork_CountsEachLayerAndTheSum()
    {
        using var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 10));
        var lines = ModelSummary.Of(net).ToString().Split('\n');

        Assert.Equal(5, lines.Length);
        Assert.EndsWith("100,480", lines[1], StringComparison.Ordinal);
        Assert.Contains("weight (128, 784), bias (128)", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("101,770", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WithAnExample_ShowsOutputsAndLeavesNoTrace()
    {
        using var net = Sequential(("body", Sequential(Linear(4, 6), Dropout(0.5))), ("head", Linear(6, 2)));
        manual_seed(1);
        var random = Convert.ToHexString(get_rng_state().bytes);
        var text = ModelSummary.Of(net, zeros(1, 4)).ToString();

        Assert.Contains("body.0", text, StringComparison.Ordinal);
        Assert.Contains("(N, 6)", text, StringComparison.Ordinal);
        Assert.Contains("(N, 2)", text, StringComparison.Ordinal);
        Assert.True(net.training);
        Assert.Equal(random, Convert.ToHexString(get_rng_state().bytes));
    }

    [Fact]
    public void Of_FrozenLayer_SaysHowManyAreTrained()
    {
        using var net = Sequential(Linear(4, 6), Linear(6, 2));
        foreach (var parameter in net[0] is Module layer ? layer.parameters() : [])
        {
            parameter.requires_grad = false;
        }

        Assert.StartsWith("14 of the parameters are trained", ModelSummary.Of(net).ToString(), StringComparison.Ordinal);
    }
}
