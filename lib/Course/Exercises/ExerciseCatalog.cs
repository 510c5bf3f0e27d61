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
            $"There is no exercise \"{id}\"; " + (near is null ? "ids look like \"01-2\": notebook, dash, number" : $"did you mean \"{near}\"?"),
            nameof(id));
    }
}
