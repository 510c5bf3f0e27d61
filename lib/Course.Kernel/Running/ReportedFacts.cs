using System.Text.Json;

namespace Course.Kernel.Running;

/// <summary>The headlines, exercise outcomes and failed comparisons that a notebook reported; of each id the last, but a headline that was out of its band stays.</summary>
internal sealed class ReportedFacts
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly OrderedDictionary<string, HeadlineResult> _headlines = [];
    private readonly OrderedDictionary<string, ExerciseResult> _exercises = [];
    private readonly List<string> _mismatches = [];

    internal IReadOnlyList<HeadlineResult> Headlines => [.. _headlines.Values];

    internal IReadOnlyList<ExerciseResult> Exercises => [.. _exercises.Values];

    internal IReadOnlyList<string> Mismatches => _mismatches;

    /// <summary>True if every headline lies in its band and every comparison held.</summary>
    internal bool AllGood => _mismatches.Count == 0 && _headlines.Values.All(headline => headline.Ok);

    /// <summary>Takes one report; what is of no known kind is left out.</summary>
    internal void Add(string json)
    {
        try
        {
            using var report = JsonDocument.Parse(json);
            Add(report.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Whoever reported this was not lib/Course.
        }
    }

    private void Add(JsonElement report)
    {
        switch (report.GetProperty("kind").GetString())
        {
            case "headline" when report.Deserialize<HeadlineResult>(Web) is { Id: not null } headline:
                _headlines[headline.Id] = _headlines.TryGetValue(headline.Id, out var earlier) && !earlier.Ok ? earlier : headline;
                break;
            case "exercise" when report.Deserialize<ExerciseResult>(Web) is { Id: not null, Outcome: not null } exercise:
                _exercises[exercise.Id] = exercise;
                break;
            case "close" when !report.GetProperty("ok").GetBoolean():
                _mismatches.Add(report.GetProperty("what").GetString() ?? "a comparison");
                break;
        }
    }
}
