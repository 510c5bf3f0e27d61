using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Kernel.Running;

namespace Course.Cli.Grading;

/// <summary>What a check that we put in said, by two ways: the report to the runner, and the card that it returned. Both have to agree.</summary>
/// <param name="Outcome">The outcome; null if they do not agree.</param>
/// <param name="Why">The card's sentences, or what is odd.</param>
internal sealed record Testimony(string? Outcome, string Why)
{
    private const string Reported = "exercise";

    /// <summary>Listens to one cell that ran to its end.</summary>
    /// <param name="exercise">The exercise that it checks.</param>
    /// <param name="reports">All that was reported while the cell, or what it had started, ran.</param>
    /// <param name="outputs">What the cell shows.</param>
    internal static Testimony Of(string exercise, IEnumerable<CellReport> reports, IEnumerable<JsonObject> outputs)
    {
        var said = reports.Select(OutcomeIn).OfType<(string Id, string Outcome)>().ToList();
        var card = outputs.LastOrDefault(output => (string?)output["output_type"] == "execute_result")?["data"]?["text/plain"] is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : "";
        return said switch
        {
            [var only] when only.Id == exercise && BadgeOf(only.Outcome) is { } badge && card.Split('\n')[0].Contains($" {badge}: Exercise {exercise} ", StringComparison.Ordinal) => new(only.Outcome, Sentences(card)),
            [] => new(null, "the check ran and reported nothing"),
            [_] => new(null, $"the check reported \"{said[0].Outcome}\" and showed something else"),
            _ => new(null, $"{said.Count} outcomes were reported while one check ran: the answer reports some itself"),
        };
    }

    private static (string Id, string Outcome)? OutcomeIn(CellReport report)
    {
        try
        {
            using var json = JsonDocument.Parse(report.Json);
            return json.RootElement.GetProperty("kind").GetString() == Reported ? (json.RootElement.GetProperty("id").GetString() ?? "", json.RootElement.GetProperty("outcome").GetString() ?? "") : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return ("", "something that is no report"); // and not from the library
        }
    }

    private static string? BadgeOf(string outcome) => outcome switch
    {
        Grading.Outcome.Threw => "your code threw",
        Grading.Outcome.Right or Grading.Outcome.Wrong or Grading.Outcome.NotAttempted => outcome,
        _ => null,
    };

    // Between the title and the count of what the learner has solved, which is that of this run alone.
    private static string Sentences(string card)
    {
        var lines = card.Split('\n');
        return string.Join('\n', lines.Skip(1).Where(line => !line.Contains(" checks of the course", StringComparison.Ordinal)).Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line));
    }
}
