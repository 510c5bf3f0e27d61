using System.Text.Json.Nodes;

namespace Course;

/// <summary>A line y = w x + b under two sliders, over fixed points.</summary>
internal sealed record LineFit(double[] X, double[] Y, double[] W, double[] B, (double Low, double High) Ends)
{
    // Plain lists: the page computes with them.
    public JsonObject ToJson() => new()
    {
        ["x"] = List(X),
        ["y"] = List(Y),
        ["w"] = List(W),
        ["b"] = List(B),
        ["ends"] = List([Ends.Low, Ends.High]),
    };

    private static JsonArray List(double[] values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);
}
