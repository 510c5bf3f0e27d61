namespace Course;

/// <summary>The result of one attempt.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Passed">Cases passed before the end.</param>
/// <param name="CaseName">The case that failed or threw.</param>
/// <param name="Difference">Got and wanted, when wrong.</param>
/// <param name="Error">What the learner's code threw.</param>
internal sealed record Verdict(
    Exercise Exercise, Outcome Outcome, int Passed = 0, string? CaseName = null, Difference? Difference = null, Exception? Error = null)
{
    /// <summary>The word in the report: right, wrong, threw, not attempted.</summary>
    public string OutcomeText => Outcome switch
    {
        Outcome.Right => "right",
        Outcome.Wrong => "wrong",
        Outcome.Threw => "threw",
        _ => "not attempted",
    };
}
