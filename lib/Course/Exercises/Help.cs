using System.Collections.Concurrent;

namespace Course;

/// <summary>Help with an exercise; <c>using static Course.Help</c> makes them plain calls.</summary>
public static class Help
{
    private static readonly ConcurrentDictionary<string, int> Shown = new(StringComparer.Ordinal);

    /// <summary>Shows a hint; each says more than the one before. Called again, it moves on to the next.</summary>
    /// <param name="id">Notebook and number, "01-2".</param>
    /// <param name="n">1 for the first, 0 for the one after the last shown; beyond the last, the last is shown.</param>
    /// <exception cref="ArgumentException">There is no exercise of that id; the message suggests one.</exception>
    public static HtmlValue Hint(string id, int n = 0)
    {
        var exercise = ExerciseCatalog.Get(id);
        var number = Math.Clamp(n > 0 ? n : Shown.GetValueOrDefault(id) + 1, 1, exercise.Hints.Count);
        Shown[id] = number;
        var card = new Card(CardTone.Note, $"hint {number} of {exercise.Hints.Count}", $"Exercise {id} · {exercise.Title}")
            .Say(exercise.Hints[number - 1]);
        return card.Say(number < exercise.Hints.Count
            ? $"More: run `Hint(\"{id}\")` again."
            : $"That was the last one. The answer: `Solution(\"{id}\")`");
    }

    /// <summary>Shows the stored solution.</summary>
    /// <param name="id">Notebook and number, "01-2".</param>
    /// <exception cref="ArgumentException">There is no exercise of that id; the message suggests one.</exception>
    public static HtmlValue Solution(string id)
    {
        var exercise = ExerciseCatalog.Get(id);
        return new Card(CardTone.Note, "solution", $"Exercise {id} · {exercise.Title}").Code(exercise.Solution);
    }
}
