using System.Globalization;
using System.Text.Json.Nodes;

namespace Course;

/// <summary>Tells our kernel what the learner's run came to; elsewhere it says nothing.</summary>
internal static class KernelReport
{
    public static void Exercise(string id, string outcome) =>
        Send(new JsonObject { ["kind"] = "exercise", ["id"] = id, ["outcome"] = outcome });

    public static void Close(string what, bool isClose) =>
        Send(new JsonObject { ["kind"] = "close", ["what"] = what, ["ok"] = isClose });

    public static void Headline(string id, double value, HeadlineBand band, bool isWithin) =>
        Send(new JsonObject
        {
            ["kind"] = "headline",
            ["id"] = id,
            ["value"] = Json(value),
            ["low"] = band.Low,
            ["high"] = band.High,
            ["tier"] = Tier.Name,
            ["ok"] = isWithin,
        });

    // JSON has no NaN and no infinity; System.Text.Json reads them back from these names.
    private static JsonValue Json(double value) =>
        double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static void Send(JsonObject report) => KernelSlots.Report?.Invoke(report.ToJsonString());
}
