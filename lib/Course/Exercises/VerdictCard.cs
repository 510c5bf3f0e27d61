namespace Course;

/// <summary>How a verdict looks.</summary>
internal static class VerdictCard
{
    public static HtmlValue For(Verdict verdict, string progress)
    {
        var title = $"Exercise {verdict.Exercise.Id} · {verdict.Exercise.Title}";
        var card = verdict.Outcome switch
        {
            Outcome.Right => new Card(CardTone.Good, "right", title).Say(Right(verdict.Passed)),
            Outcome.NotAttempted => new Card(CardTone.Neutral, "not attempted", title)
                .Say($"Replace the `Todo` with your own code and run the cell again. Stuck? `Hint(\"{verdict.Exercise.Id}\")`"),
            Outcome.Threw => Threw(verdict, title),
            _ => Wrong(verdict, title),
        };
        return card.Say(progress);
    }

    private static string Right(int cases) => cases == 1 ? "The case passes." : $"All {cases} cases pass.";

    private static Card Wrong(Verdict verdict, string title)
    {
        var difference = verdict.Difference!;
        var card = new Card(CardTone.Bad, "wrong", title)
            .Say(Before(verdict.Passed) + verdict.CaseName)
            .Rows(("got", difference.Got), ("wanted", difference.Wanted));
        return difference.Cause is null ? card : card.Say($"Likely cause: {difference.Cause}");
    }

    private static Card Threw(Verdict verdict, string title)
    {
        var error = verdict.Error!;
        var card = new Card(CardTone.Bad, "your code threw", title)
            .Say(Before(verdict.Passed) + verdict.CaseName)
            .Rows((error.GetType().Name, error.Message));
        return LearnerFrame.Describe(error) is { } where ? card.Say($"At {where}.") : card;
    }

    private static string Before(int passed) => passed switch
    {
        0 => "Case 1: ",
        _ => $"{passed} passed, then case {passed + 1}: ",
    };
}
