namespace Course;

/// <summary>The first output of every notebook.</summary>
internal static class SetUpCard
{
    public static HtmlValue For(Chapter chapter)
    {
        var checks = LearnerProgress.Load().CountText(chapter.Id);
        var card = new Card(CardTone.Note, $"notebook {chapter.Id}", chapter.Title).Rows(
            ("tier", Tier.Name),
            ("backend", Backend.Name),
            ("progress", checks.Length > 0 ? checks + " checks" : "no checks here"));
        return new Html(card.ToHtml() + Plotly.LoaderHtml(), card.ToString());
    }
}
