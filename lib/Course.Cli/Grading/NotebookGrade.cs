namespace Course.Cli.Grading;

/// <summary>One notebook of one learner.</summary>
/// <param name="File">As the teacher sees it.</param>
/// <param name="Course">The notebook of the course; null if it is a copy of none.</param>
/// <param name="Exercises">All of that notebook, in order.</param>
/// <param name="Remarks">What a teacher should know of the whole.</param>
internal sealed record NotebookGrade(string File, CourseNotebook? Course, IReadOnlyList<ExerciseGrade> Exercises, IReadOnlyList<string> Remarks)
{
    public int Points => Exercises.Sum(exercise => exercise.Points);
}
