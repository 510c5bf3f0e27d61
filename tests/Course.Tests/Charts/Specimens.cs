namespace Course.Tests.Charts;

/// <summary>One small figure of every kind. The browser tests draw the same ones.</summary>
public static class Specimens
{
    private static readonly double[] X = [1, 2, 3, 4];
    private static readonly double[] Y = [2, 4, 3, 5.5];
    private static readonly double[][] Points = [[-0.5, 0.5], [0.5, -0.5], [0.2, 0.8], [-0.3, -0.9]];

    private static TorchSharp.torch.Tensor Table => TorchSharp.torch.arange(6).reshape(2, 3);

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>(StringComparer.Ordinal)
    {
        ["scatter"] = () => Chart.Scatter(X, Y).Axes("x (mm)", "y (g)").Title("Points"),
        ["words"] = () => Chart.Scatter(X, Y).Words(X.Take(2), Y.Take(2), ["one", "two <b>"]).Axes("x", "y").Title("Named points"),
        ["groups"] = () => Chart.Scatter(X, Y, groups: ["b", "a", "b", "a"]).Axes("x", "y").Title("Groups"),
        ["line"] = () => Chart.Line(X, Y, "train", markers: true).Line(X, X, "test").LogY().Axes("epoch", "loss (nats)").Title("Lines"),
        ["gaps"] = () => Chart.Line([1, double.NaN, 2, double.PositiveInfinity, 3, 4]).Line(Math.Sin, (0, 5), "sin").Title("Gaps"),
        ["nothing"] = () => Chart.Scatter(Array.Empty<double>(), Array.Empty<double>(), "no points").Title("Nothing yet"),
        ["bar"] = () => Chart.Bar(["a", "b"], [1, 2], "one", errors: [0.1, 0.2]).Bar(["a", "b"], [2, 1], "two").Axes("", "score").Title("Bars"),
        ["histogram"] = () => Chart.Histogram(Y, bins: 4, "all").Histogram(X, 4, "some", (1, 5)).Title("Counts"),
        ["ridges"] = () => Chart.Ridges([Y, X, [double.NaN]], (0, 6), bins: 6).Axes("value", "layer").Title("Ridges"),
        ["box"] = () => Chart.Box("a", [1.0, 2, 3, 4, 20]).Box("b", Y).Axes("fold", "accuracy (%)").Title("Boxes"),
        ["bubbles"] = () => Chart.Bubble([1.0, 10, 100], Y[..3], [4, 1, 0], ["large", "half as wide", "none"]).LogX().RangeX(0.5, 200).RangeY(0, 6).Axes("time (µs)", "score").Title("Bubbles"),
        ["heat map"] = () => Chart.HeatMap(new double[,] { { -1, 0 }, { 1, 2 } }, diverging: true).Scatter([0, 1], [1, 0], groups: [0, 1]).Axes("x", "y", "z").Title("Cells"),
        ["named heat map"] = () => Chart.HeatMap(new double[,] { { 1, 0, 2 }, { 1, double.NaN, 2 } }, ["t", "e", "t"], ["T", "EH"]).Title("Attention"),
        ["attention"] = () => Chart.Attention(TorchSharp.torch.arange(64f).reshape(2, 2, 4, 4) / 64, ["l", "l", " ", "→"]).Title("Who looks where"),
        ["memory"] = () => Chart.Slider("view", [0, 1], i => Chart.Memory(i == 0 ? Table.t() : Table[1], 6)),
        ["contour"] = () => Chart.Contour((x, y) => (x * x) + (9 * y * y), (-2, 2), (-1, 1), 21).LogZ().Line([-1.5, 0], [0.5, 0], "descent").Axes("w", "b", "loss").Title("Bowl"),
        ["surface"] = () => Chart.Surface((x, y) => (x * x) + (y * y), (-1, 1), (-1, 1), 11).Trail([1, 0], [1, 0], [2, 0], "descent").Axes("w", "b", "loss").Title("Bowl in space"),
        ["images"] = () => Chart.ImageGrid([new double[784], [.. Enumerable.Range(0, 784).Select(i => i / 783.0)]], 2, ["7", "1"]).Title("Digits"),
        ["overlay"] = () => Chart.Overlay(Enumerable.Range(0, 784).Select(i => i % 28 is > 8 and < 14 ? 1.0 : 0), [Enumerable.Range(0, 49).Select(i => Math.Sin(i)), Enumerable.Range(0, 784).Select(i => Math.Cos(i))], 2, ["patches", "pixels"]).Title("For and against"),
        ["confusion"] = () => Chart.Confusion(new[,] { { 9, 1 }, { 0, 10 } }, ["no", "yes"]),
        ["regions by score"] = () => Chart.DecisionRegions((x, y) => x - y, (-1, 1), (-1, 1), Points, [-1, 1, -1, 1], 20).Axes("x₁", "x₂").Title("Two classes"),
        ["regions by class"] = () => Chart.DecisionRegions((x, y) => x > 0 ? 1 : y > 0 ? 2 : 0, (-1, 1), (-1, 1), Points, [0, 1, 2, 0], ["a", "b", "c"], 20).Title("Three classes"),
        ["graph"] = () => Chart.Graph([new("a", "a", "2", "6"), new("b", "+", "4", "1")], [new("a", "b"), new("a", "b", "2", "1")]).Title("a + a"),
        ["foreign"] = () => Chart.FromJson("""{"data":[{"x":[1,2],"y":[3,4],"name":"n"}],"layout":{"title":"From elsewhere"}}"""),
        ["foreign and strange"] = () => Chart.FromJson("""{"data":[{"type":"pie","values":[1,2]}],"layout":{"title":{"text":"A pie"}}}"""),
        ["foreign map"] = () => Chart.FromJson("""{"data":[{"type":"heatmap","z":[[1,2],[3,4]],"x":["a","b"]}],"layout":{"title":"A map","annotations":[{"x":0,"y":1,"text":"here"}]}}"""),
        ["foreign bands"] = () => Chart.FromJson("""{"data":[{"type":"contour","z":[[1,2,3],[2,4,6],[3,6,9]]},{"x":[0,1],"y":[0,2],"visible":"legendonly"}],"layout":{"title":"Bands"}}"""),
        ["foreign slider"] = () => Chart.FromJson("""{"data":[{"x":[1,2],"y":[3,4]}],"layout":{"title":"Frames","sliders":[{"currentvalue":{"prefix":"epoch: "}}]},"frames":[{"name":"1","data":[{"y":[3,4]}]},{"name":"2","data":[{"y":[1,5]}]}]}"""),
        ["foreign switch"] = () => Chart.FromJson("""{"data":[{"x":[1,2],"y":[3,4]},{"x":[1,2],"y":[9,8]}],"layout":{"title":"Switch","sliders":[{"active":1,"steps":[{"label":"a","method":"restyle","args":[{"visible":[true,false]}]},{"label":"b","method":"restyle","args":[{"visible":[false,true]}]}]}]}}"""),
        ["grid"] = () => Chart.Grid(2, Chart.Line(Math.Tanh, (-3, 3)).Title("left"), Chart.Bar(["a"], [1.0]).Title("right")).Title("Side by side"),
        ["slider"] = () => Chart.Slider("slope", [1.0, 2.5, 4], w => Chart.Scatter(X, Y).Line(X, X.Select(x => w * x), "line").Title("Drag")),
        ["search"] = () => Chart.Search("name", ["Ada", "Bo", "Adam"], name => Chart.Scatter(X, Y).Line(X, X.Select(x => name.Length * x), "line").Title(name)),
        ["two sliders"] = () => Chart.Slider("layer", [1, 2], l => Chart.Slider("head", [1, 2, 3], h => Chart.Line(X, X.Select(x => (l * x) + h)).Title("Product"))),
        ["animation"] = () => Chart.Animate("epoch", Enumerable.Range(1, 4), n => Chart.Bar(["w", "b"], [n, 4 - n]).Title("Play")),
        ["animated graph"] = () => Chart.Animate("step", [("1: forward", Pass("")), ("2: backward", Pass("1"))]),
        ["line fit"] = () => Chart.LineFit(X, Y, w: (0, 2), b: (-1, 3)).Axes("x (mm)", "y (g)").Title("Fit"),
    };

    private static Figure Pass(string gradient) => Chart.Graph([new("x", "x", "2", gradient), new("y", "tanh", "0.96", "1")], [new("x", "y", "2", gradient)]).Title("Steps");
}
