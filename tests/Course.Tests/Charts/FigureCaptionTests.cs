namespace Course.Tests.Charts;

public sealed class FigureCaptionTests
{
    [Theory]
    [InlineData("scatter", "Points. y (g) over x (mm).")]
    [InlineData("contour", "Bowl. Loss over w and b.")]
    [InlineData("surface", "Bowl in space. Loss over w and b.")]
    [InlineData("regions by score", "Two classes. x₂ over x₁.")]
    [InlineData("graph", "a + a.")]
    [InlineData("grid", "Side by side.")]
    public void Caption_OfAChart_IsItsTitleAndWhatIsOverWhat(string kind, string caption) => Assert.Equal(caption, Html(Specimens.All[kind]()));

    [Fact]
    public void Caption_WhereTheTitleChanges_SpeaksOfAllSettings() => Assert.Equal(
        "Loss over step, for each learning rate.",
        Html(Chart.Slider("learning rate", [0.1, 0.2], lr => Chart.Line([1.0, lr]).Axes("step", "loss").Title($"At {lr}"))));

    [Fact]
    public void Caption_WhereTitlesShareTheirBeginning_HasIt() => Assert.Equal(
        "Two moons. x2 over x1, for each step.",
        Html(Chart.Slider("step", [0.1, 0.2], part => Chart.Line([1.0, part]).Axes("x1", "x2").Title($"two moons, {part:p0} right"))));

    [Fact]
    public void Caption_OfAGuestWithoutATitle_SaysWhatIsOverWhat() => Assert.Equal(
        "Body mass (g) over flipper length (mm).",
        Html(Chart.FromJson("""{"data":[{"type":"scatter","x":[1,2],"y":[3,4]}],"layout":{"xaxis":{"title":{"text":"flipper length (mm)"}},"yaxis":{"title":{"text":"body mass (g)"}}}}""")));

    [Fact]
    public void Caption_OfTheAuthor_StandsInPlaceOfOurs() =>
        Assert.Equal("Two birds. Both are fat.", Html(Chart.Line([1.0]).Axes("x", "y").Title("Two birds").Caption("Both are fat.")));

    // As the page's exporter finds it.
    private static string Html(Figure figure)
    {
        var text = new HtmlOf(figure).Text;
        var from = text.IndexOf("data-caption=\"", StringComparison.Ordinal) + 14;
        return text[from..text.IndexOf('"', from)];
    }
}
