namespace Course;

/// <summary>The card of <see cref="Check.Close(double, double, double, double, string?)"/>.</summary>
internal static class CloseCard
{
    public static HtmlValue For(object actual, object expected, Tolerance tolerance, string? what)
    {
        var title = what ?? "two results";
        var difference = Comparison.Find(actual, expected, tolerance);
        KernelReport.Close(title, difference is null);
        if (difference is null)
        {
            return new Card(CardTone.Good, "equal", title).Say($"They agree {tolerance}.");
        }

        var card = new Card(CardTone.Bad, "different", title)
            .Say($"They should agree {tolerance}.")
            .Rows(("actual", difference.Got), ("expected", difference.Wanted));
        return difference.Cause is null ? card : card.Say($"Likely cause: {difference.Cause}");
    }
}
