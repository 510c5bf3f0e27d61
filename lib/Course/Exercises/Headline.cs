namespace Course;

/// <summary>The figures that the notebooks promise, each with a measured band for every tier.</summary>
public static class Headline
{
    /// <summary>Shows a figure beside the band of the current tier.</summary>
    /// <param name="id">Its name in headlines.json, such as "01-mse".</param>
    /// <param name="value">What this run came to.</param>
    /// <returns>A card that says whether the value lies in the band.</returns>
    /// <exception cref="ArgumentException">There is no headline of that id; the message suggests one.</exception>
    public static HtmlValue Report(string id, double value)
    {
        ArgumentNullException.ThrowIfNull(id);
        var entry = HeadlineEntry.All.FirstOrDefault(entry => entry.Id == id) ?? throw Unknown(id);
        var band = entry.Band(Tier.Current);
        var isWithin = band.Holds(value);
        KernelReport.Headline(id, value, band, isWithin);
        return Show(entry, value, band, isWithin);
    }

    private static Card Show(HeadlineEntry entry, double value, HeadlineBand band, bool isWithin)
    {
        var unit = entry.Unit.Length == 0 ? "" : " " + entry.Unit;
        var digits = Numbers.DigitsApart(band.Low, band.High);
        var card = new Card(isWithin ? CardTone.Good : CardTone.Bad, isWithin ? "headline" : "headline missed", entry.Title).Rows(
            ("this run", Numbers.Text(value, digits) + unit),
            ($"band ({Tier.Name})", $"{Numbers.Text(band.Low, digits)} to {Numbers.Text(band.High, digits)}{unit}"));
        if (!isWithin)
        {
            card.Say("The value lies outside the band measured for this tier. Did an earlier cell change? Restart and run all cells.");
        }

        return card.Say(entry.Note);
    }

    private static ArgumentException Unknown(string id)
    {
        var near = Suggestion.For(id, HeadlineEntry.All.Select(entry => entry.Id));
        return new ArgumentException(
            $"There is no headline \"{id}\"" + (near is null ? "; they are listed in headlines.json" : $"; did you mean \"{near}\"?"), nameof(id));
    }
}
