namespace Course;

/// <summary>Which exercises the learner has solved.</summary>
internal sealed class LearnerProgress
{
    private const string FileName = "progress.json";

    private readonly IReadOnlySet<string> _solved;
    private readonly string? _trouble;

    private LearnerProgress(IReadOnlySet<string> solved, string? trouble = null) => (_solved, _trouble) = (solved, trouble);

    private static ProgressFile File => new(Path.Combine(UserFolder.Path, FileName));

    /// <summary>"7 of 24 checks of the course", and why it could not be kept, if so.</summary>
    public string Sentence => CountText("") + " checks of the course" + (_trouble is null ? "" : $" (not saved: {_trouble})");

    public static LearnerProgress Load() => new(File.Read());

    /// <summary>Remembers a solved exercise. A disk that refuses costs the memory, never the check.</summary>
    public static LearnerProgress MarkSolved(string id)
    {
        try
        {
            return new LearnerProgress(File.Add(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new LearnerProgress(new HashSet<string>(File.Read()) { id }, e.Message);
        }
    }

    /// <summary>"2 of 5" for the exercises whose id starts so; empty when there are none.</summary>
    public string CountText(string notebook)
    {
        var ids = ExerciseCatalog.All.Select(exercise => exercise.Id).Where(id => id.StartsWith(notebook, StringComparison.Ordinal)).ToArray();
        return ids.Length == 0 ? "" : $"{ids.Count(_solved.Contains)} of {ids.Length}";
    }
}
