namespace Course.Cli.Grading;

/// <summary>A class.</summary>
/// <param name="Learners">By name.</param>
/// <param name="Notebooks">Those of the course that somebody handed in.</param>
internal sealed record GradeBook(IReadOnlyList<LearnerGrade> Learners, IReadOnlyList<CourseNotebook> Notebooks)
{
    /// <summary>Ids of their exercises, in order.</summary>
    public IReadOnlyList<string> ExerciseIds => [.. Notebooks.SelectMany(notebook => notebook.Exercises).Select(exercise => exercise.Id)];
}
