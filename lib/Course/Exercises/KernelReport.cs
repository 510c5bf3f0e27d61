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
            ["value"] = double.IsFinite(value) ? value : null, // JSON has no NaN
            ["low"] = band.Low,
            ["high"] = band.High,
            ["tier"] = Tier.Name,
            ["ok"] = isWithin,
        });

    private static void Send(JsonObject report) => KernelSlots.Report?.Invoke(report.ToJsonString());
}
