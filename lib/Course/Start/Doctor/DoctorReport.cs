namespace Course;

/// <summary>The doctor's findings as a card.</summary>
internal static class DoctorReport
{
    public static HtmlValue Of(IReadOnlyList<Finding> findings)
    {
        var failed = findings.Count(finding => finding.State == FindingState.Fail);
        var card = failed == 0
            ? new Card(CardTone.Good, "ready", "Everything the course needs is here")
            : new Card(CardTone.Bad, "not ready", failed == 1 ? "One thing is missing" : $"{failed} things are missing");
        card.Rows([.. findings.Select(finding => ($"{Mark(finding.State)} {finding.Name}", finding.Text))]);
        foreach (var finding in findings.Where(finding => finding.Cure is not null))
        {
            card.Say($"{finding.Name}: {finding.Cure}");
        }

        return card;
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Ok => "[OK]",
        FindingState.Note => "[--]",
        _ => "[FAIL]",
    };
}
