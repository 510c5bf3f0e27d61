namespace Course;

/// <summary>All exercises in this library, found by their base class.</summary>
internal static class ExerciseCatalog
{
    private static readonly Lazy<IReadOnlyDictionary<string, Exercise>> ById = new(static () => typeof(Exercise).Assembly
        .GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Exercise)) && !type.IsAbstract)
        .Select(type => (Exercise)Activator.CreateInstance(type, nonPublic: true)!)
        .ToDictionary(exercise => exercise.Id, StringComparer.Ordinal));

    /// <summary>In order of their ids.</summary>
    public static IEnumerable<Exercise> All => ById.Value.Values.OrderBy(exercise => exercise.Id, StringComparer.Ordinal);

    /// <summary>The exercise of that id.</summary>
    /// <exception cref="ArgumentException">There is none; the message suggests the nearest.</exception>
    public static Exercise Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (ById.Value.TryGetValue(id, out var exercise))
        {
            return exercise;
        }

        var near = Suggestion.For(id, ById.Value.Keys);
        throw new ArgumentException(
            $"There is no exercise \"{id}\"; " + (near is null ? "" : $"did you mean \"{near}\"? ") + $"The ids are {IdsText()}.", nameof(id));
    }

    // "00-1 to 00-2, 01-1 to 01-4": each notebook's first and last.
    private static string IdsText() => string.Join(", ", All
        .GroupBy(exercise => exercise.Id.Split('-')[0], exercise => exercise.Id)
        .Select(ids => ids.Count() == 1 ? ids.First() : $"{ids.First()} to {ids.Last()}"));
}
