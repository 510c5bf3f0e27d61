namespace Course.Cli.Grading;

/// <summary>One learner.</summary>
/// <param name="Name">As the files say.</param>
/// <param name="Notebooks">What counts, at most one for each notebook of the course.</param>
/// <param name="Remarks">What does not belong to one notebook.</param>
internal sealed record LearnerGrade(string Name, IReadOnlyList<NotebookGrade> Notebooks, IReadOnlyList<string> Remarks)
{
    public IEnumerable<ExerciseGrade> Exercises => Notebooks.SelectMany(notebook => notebook.Exercises);

    public int Points => Exercises.Sum(exercise => exercise.Points);

    /// <summary>Everything that was noticed, each with its place.</summary>
    public IEnumerable<string> AllRemarks => [.. Remarks, .. Notebooks.SelectMany(notebook => notebook.Remarks), .. Exercises.SelectMany(exercise => exercise.Remarks.Select(remark => $"{exercise.Id}: {remark}"))];

    internal ExerciseGrade? Find(string id) => Exercises.FirstOrDefault(exercise => exercise.Id == id);
}
