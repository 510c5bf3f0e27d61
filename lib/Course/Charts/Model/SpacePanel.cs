using System.Text.Json.Nodes;

namespace Course;

/// <summary>A surface in space, with paths on it.</summary>
internal sealed record SpacePanel : Panel
{
    /// <summary>Height of a surface that stands alone.</summary>
    public const int Tall = 480;

    public required double[,] Z { get; init; }

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public string TitleX { get; init; } = "x";

    public string TitleY { get; init; } = "y";

    public string TitleZ { get; init; } = "z";

    public (double Low, double High)? RangeZ { get; init; }

    /// <summary>Lines through points of space; a single point is a mark.</summary>
    public IReadOnlyList<SpaceTrail> Trails { get; init; } = [];

    public (double Low, double High) Ends => RangeZ ?? Course.ColorRange.Of(Z);

    /// <summary>The last path stands for something.</summary>
    public SpacePanel As(Meaning meaning) => Trails.Count > 0
        ? this with { Trails = [.. Trails.SkipLast(1), Trails[^1] with { Meaning = meaning }] }
        : throw new InvalidOperationException($"As(Meaning.{meaning}): this surface has no path yet; call it after Trail.");

    public override JsonObject ToPlotly()
    {
        var surface = new JsonObject
        {
            ["type"] = "surface",
            ["x"] = PlotlyJson.Numbers(X),
            ["y"] = PlotlyJson.Numbers(Y),
            ["z"] = PlotlyJson.Matrix(Z),
            ["cmin"] = PlotlyJson.Number(Ends.Low),
            ["cmax"] = PlotlyJson.Number(Ends.High),
            ["colorscale"] = ColorScale.Sequential.ToPlotly(),
            ["showscale"] = false,
            ["showlegend"] = false,
        };
        return new JsonObject
        {
            ["data"] = new JsonArray([surface, .. Trails.Select((t, i) => t.ToPlotly(i))]),
            ["layout"] = new JsonObject
            {
                ["title"] = new JsonObject { ["text"] = Title },
                ["height"] = Height,
                ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["b"] = 0 },
                ["showlegend"] = Trails.Any(t => t.Label is not null),
                ["scene"] = new JsonObject
                {
                    ["xaxis"] = AxisJson(TitleX, (X.Min(), X.Max())),
                    ["yaxis"] = AxisJson(TitleY, (Y.Min(), Y.Max())),
                    ["zaxis"] = AxisJson(TitleZ, Ends),
                    ["aspectmode"] = "cube",
                    ["camera"] = new JsonObject
                    {
                        ["eye"] = new JsonObject { ["x"] = SvgSpace.EyeX, ["y"] = SvgSpace.EyeY, ["z"] = SvgSpace.EyeZ },
                        ["center"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["z"] = SvgSpace.CenterZ },
                    },
                },
            },
        };
    }

    protected override int UsualHeight => Tall;

    public override string Sentence => $"{TitleZ} over {TitleX} and {TitleY}.";

    public override string ToSvg() => new SvgSpace(this).ToSvg();

    protected override string Describe() =>
        $"{(Title.Length > 0 ? Title + ". " : "")}Surface of {TitleZ} over {TitleX} ({Numbers.Text(X.Min(), 3)} to {Numbers.Text(X.Max(), 3)}) and {TitleY} ({Numbers.Text(Y.Min(), 3)} to {Numbers.Text(Y.Max(), 3)}), from {Numbers.Text(Ends.Low, 4)} to {Numbers.Text(Ends.High, 4)}.";

    private static JsonObject AxisJson(string title, (double Low, double High) range) => new()
    {
        ["title"] = new JsonObject { ["text"] = title },
        ["range"] = new JsonArray(PlotlyJson.Number(range.Low), PlotlyJson.Number(range.High)),
    };
}
