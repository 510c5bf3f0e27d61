using System.Text.Json.Nodes;

namespace Course;

/// <summary>A height over each place of a grid.</summary>
internal sealed record SurfacePanel : Panel
{
    /// <summary>Low to high: viridis, which stays in order in grey and for colour-blind eyes.</summary>
    public static IReadOnlyList<string> Ramp { get; } = ["#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"];

    public required double[,] Z { get; init; }

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public string XTitle { get; init; } = "x";

    public string YTitle { get; init; } = "y";

    public string ZTitle { get; init; } = "";

    /// <summary>The finite heights' ends; 0 and 1 when there are none.</summary>
    public (double Low, double High) Heights
    {
        get
        {
            var finite = Z.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
            var (low, high) = (finite.Min(), finite.Max());
            return high > low ? (low, high) : (low, low + 1);
        }
    }

    public override JsonObject ToPlotly() => new()
    {
        ["data"] = new JsonArray(new JsonObject
        {
            ["type"] = "surface",
            ["x"] = PlotlyJson.Numbers(X),
            ["y"] = PlotlyJson.Numbers(Y),
            ["z"] = PlotlyJson.Matrix(Z),
            ["colorscale"] = new JsonArray([.. Ramp.Select((color, i) => (JsonNode)new JsonArray((double)i / (Ramp.Count - 1), color))]),
            ["showscale"] = false,
        }),
        ["layout"] = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = Title },
            ["height"] = Height,
            ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["b"] = 0 },
            ["scene"] = new JsonObject
            {
                ["xaxis"] = Axis(XTitle),
                ["yaxis"] = Axis(YTitle),
                ["zaxis"] = Axis(ZTitle),
                ["aspectmode"] = "cube",

                // The same view as the drawing's: from large x and small y, so that both grow to the right.
                ["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.45, ["y"] = -1.45, ["z"] = 1.1 } },
            },
        },
    };

    public override string ToSvg() => new SvgSurface(this).ToSvg();

    protected override string Describe()
    {
        var (low, high) = Heights;
        var height = ZTitle.Length > 0 ? ZTitle : "height";
        return $"{(Title.Length > 0 ? Title + ". " : "")}Surface of {height} from {Numbers.Text(low, 3)} to {Numbers.Text(high, 3)} "
            + $"over {XTitle}, {Numbers.Text(X[0], 3)} to {Numbers.Text(X[^1], 3)}, and {YTitle}, {Numbers.Text(Y[0], 3)} to {Numbers.Text(Y[^1], 3)}.";
    }

    private static JsonObject Axis(string title) => new() { ["title"] = new JsonObject { ["text"] = title } };
}
