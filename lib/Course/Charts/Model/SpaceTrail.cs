using System.Text.Json.Nodes;

namespace Course;

/// <summary>A line through points of space; a single point is a mark.</summary>
internal sealed record SpaceTrail(double[] X, double[] Y, double[] Z, string? Label)
{
    /// <summary>What the path stands for, which gives its colour; null: its place does.</summary>
    public Meaning? Meaning { get; init; }

    /// <summary>Blue and green drown in the surface's colours: a path that nobody named has neither.</summary>
    public string Color(int index) => Meaning is { } meaning ? Palette.Color(meaning) : Palette.OverlayColor(index % 2);

    public JsonObject ToPlotly(int index)
    {
        var json = new JsonObject
        {
            ["type"] = "scatter3d",
            ["mode"] = X.Length > 1 ? "lines+markers" : "markers",
            ["x"] = PlotlyJson.Numbers(X),
            ["y"] = PlotlyJson.Numbers(Y),
            ["z"] = PlotlyJson.Numbers(Z),
            ["marker"] = new JsonObject { ["color"] = Color(index), ["size"] = X.Length > 1 ? 3 : 6 },
            ["line"] = new JsonObject { ["color"] = Color(index), ["width"] = 5 },
            ["showlegend"] = Label is not null,
        };
        if (Label is not null)
        {
            json["name"] = Label;
        }

        return json;
    }
}
