namespace Course;

/// <summary>What stands under a figure on the course's pages: its title and one sentence.</summary>
internal static class FigureCaption
{
    public static string Of(Figure figure)
    {
        var sentence = figure.CaptionText ?? Sentence(figure);
        return string.Join(' ', new[] { Closed(Capital(Title(figure))), sentence }.Where(part => part.Length > 0));
    }

    private static string Title(Figure figure) =>
        figure.Heading ?? string.Join("; ", Enumerable.Range(0, figure.Frames[0].Count).Select(k => Common([.. figure.Frames.Select(frame => frame[k].Title).Distinct()])).Where(title => title.Length > 0).Distinct());

    // A title that changes as the reader drags belongs to one setting; the caption is about all of them, and has what they share before a comma.
    private static string Common(string[] titles)
    {
        var shared = titles.Skip(1).Aggregate(titles[0], (lead, title) => lead[..lead.AsSpan().CommonPrefixLength(title)]);
        return titles.Length == 1 ? shared : shared[..Math.Max(0, shared.LastIndexOf(", ", StringComparison.Ordinal))];
    }

    private static string Sentence(Figure figure)
    {
        var changes = figure.Frames.Any(frame => !frame.Select(panel => panel.Title).SequenceEqual(figure.Frames[0].Select(panel => panel.Title)));
        var words = string.Join(' ', figure.Frames[figure.StillFrame].Select(panel => Capital(panel.Sentence)).Where(words => words.Length > 0).Distinct());
        var of = string.Join(" and ", figure.Controls.Select(control => control.Label));
        return !changes ? words : words.Length > 0 ? $"{words[..^1]}, for each {of}." : $"One picture for each {of}.";
    }

    // A word begins with a capital; x2 is no word.
    private static string Capital(string words) => words.Length > 1 && char.IsLetter(words[1]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    private static string Closed(string title) => title.Length == 0 || ".?!…".Contains(title[^1], StringComparison.Ordinal) ? title : title + ".";
}
