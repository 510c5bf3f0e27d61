namespace Course.Cli.Grading;

/// <summary>One exercise of one learner.</summary>
/// <param name="Id">"01-2".</param>
/// <param name="Outcome">One of <see cref="Grading.Outcome"/>.</param>
/// <param name="Why">What the check said, or why it could not be asked.</param>
/// <param name="Answer">The learner's code.</param>
internal sealed record ExerciseGrade(string Id, string Outcome, string Why, string Answer)
{
    /// <summary>What a teacher should know of it.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public int Points => Outcome == Grading.Outcome.Right ? 1 : 0;

    /// <summary>The same, held back if it was right, with the reason.</summary>
    internal ExerciseGrade HeldBack(string reason) => this with { Outcome = Outcome == Grading.Outcome.Right ? Grading.Outcome.Held : Outcome, Remarks = [.. Remarks, reason] };
}
