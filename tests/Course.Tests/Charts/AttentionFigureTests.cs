using static TorchSharp.torch;

namespace Course.Tests.Charts;

public sealed class AttentionFigureTests
{
    private static readonly string[] Names = ["a", "a", " "];

    [Fact]
    public void Attention_OneMap_ShowsItsWeights()
    {
        var figure = Chart.Attention(tensor(new[,] { { 1f, 0, 0 }, { 0.25f, 0.75f, 0 }, { 0, 0.5f, 0.5f } }), Names);

        var map = Map(figure, 0);
        Assert.Empty(figure.Controls);
        Assert.Equal((0.75, 0.5), (map.Z[1, 1], map.Z[2, 1]));
        Assert.Equal(["a", "a\u200b", "␣"], map.NamesX!);
        Assert.Contains("␣ at a (0.5)", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Attention_LayersAndHeads_GetASliderEach()
    {
        var weights = arange(2 * 4 * 2 * 3, ScalarType.Float32).reshape(2, 4, 2, 3) / 100;

        var figure = Chart.Attention(weights, ["x", "y"], Names);

        Assert.Equal([("layer", 2), ("head", 4)], figure.Controls.Select(control => (control.Label, control.Steps.Count)));
        Assert.Equal(0.24f, (float)Map(figure, 4).Z[0, 0]); // layer 2, head 1
        Assert.Equal(0.47f, (float)Map(figure, 7).Z[1, 2]);
    }

    [Fact]
    public void Attention_OneLayer_HasOneSlider() =>
        Assert.Equal(["head"], Chart.Attention(zeros(1, 4, 3, 3), Names).Controls.Select(control => control.Label));

    [Fact]
    public void Attention_ChosenHead_IsShownAtFirst()
    {
        var figure = Chart.Attention(zeros(2, 4, 3, 3), Names, layer: 2, head: 3);

        Assert.Equal([1, 2], figure.Controls.Select(control => control.Start));
        Assert.Contains("no layer 3, head 1", Assert.Throws<ArgumentException>(() => Chart.Attention(zeros(2, 4, 3, 3), Names, layer: 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attention_NamesThatDoNotFit_SayTheShapes()
    {
        var fault = Assert.Throws<ArgumentException>(() => Chart.Attention(zeros(2, 2), Names)).Message;

        Assert.Contains("the weights are (2, 2), with 3 names for the rows", fault, StringComparison.Ordinal);
    }

    private static HeatMapTrace Map(Figure figure, int frame) => (HeatMapTrace)((PlotPanel)figure.Frames[frame][0]).Traces[0];
}
