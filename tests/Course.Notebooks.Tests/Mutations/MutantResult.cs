using System.Text.RegularExpressions;

namespace Course.Notebooks.Tests.Mutations;

/// <summary>What the check said of a mutant.</summary>
/// <param name="Exercise">"01-2".</param>
/// <param name="Mutant">What was changed.</param>
/// <param name="Outcome">"right" is what it must not be.</param>
/// <param name="Card">All that the learner reads.</param>
internal sealed partial record MutantResult(string Exercise, Mutant Mutant, string Outcome, string Card)
{
    public bool IsKilled => Outcome is "wrong" or "threw";

    /// <summary>The sentence that says what is wrong, or the place of the change where the changed line threw; null: neither.</summary>
    public string? Cause => LikelyCause().Match(Card) is { Success: true } cause ? cause.Groups[1].Value
        : Outcome == "threw" && ThrowingLine().Match(Card) is { Success: true } place && place.Groups[1].Value == $"{Mutant.Line}" ? place.Value
        : null;

    [GeneratedRegex(@"Likely cause: (.+)")]
    private static partial Regex LikelyCause();

    [GeneratedRegex(@"At line (\d+) of the cell.*")]
    private static partial Regex ThrowingLine();
}
