using System.Text.Json;

namespace Course.Kernel.Running;

/// <summary>The headlines and exercise outcomes that a notebook reported; of each id the last.</summary>
internal sealed class ReportedFacts
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly OrderedDictionary<string, HeadlineResult> _headlines = [];
    private readonly OrderedDictionary<string, ExerciseResult> _exercises = [];

    internal IReadOnlyList<HeadlineResult> Headlines => [.. _headlines.Values];

    internal IReadOnlyList<ExerciseResult> Exercises => [.. _exercises.Values];

    /// <summary>Takes one report; what is not one of the two kinds is left out.</summary>
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
                _headlines[headline.Id] = headline;
                break;
            case "exercise" when report.Deserialize<ExerciseResult>(Web) is { Id: not null, Outcome: not null } exercise:
                _exercises[exercise.Id] = exercise;
                break;
        }
    }
}
