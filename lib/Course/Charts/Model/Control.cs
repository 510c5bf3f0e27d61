using System.Text.Json.Nodes;

namespace Course;

/// <summary>A slider under a figure.</summary>
/// <param name="Label">What it changes.</param>
/// <param name="Steps">What is written at each of its positions.</param>
/// <param name="Start">The position at first, which the still picture shows too.</param>
/// <param name="Plays">Whether a button runs through the steps.</param>
/// <param name="Finds">Whether a field takes the name of a step.</param>
internal sealed record Control(string Label, IReadOnlyList<string> Steps, int Start = 0, bool Plays = false, bool Finds = false)
{
    public JsonObject ToJson() => new()
    {
        ["label"] = Label,
        ["steps"] = PlotlyJson.Strings(Steps),
        ["start"] = Start,
        ["plays"] = Plays,
        ["finds"] = Finds,
    };
}
