namespace Course.Cli.Grading;

/// <summary>An exercise in the learner's file.</summary>
/// <param name="Exercise">The course's.</param>
/// <param name="State">Of its check.</param>
/// <param name="AnswerKey">The cell of the answer, the last one where there are several.</param>
/// <param name="Answer">Its code, without the check.</param>
internal sealed record PlannedExercise(CourseExercise Exercise, CheckState State, string? AnswerKey, string Answer);
