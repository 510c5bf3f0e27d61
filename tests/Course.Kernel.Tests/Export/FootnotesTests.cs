using Course.Kernel.Export;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Tests.Export;

public sealed class FootnotesTests
{
    private const string Cell = "Penguins[^g] dive[^d], and so[^g].\n\n[^g]: Gorman *et al.*, 2014.\n\n[^d]: To `500` m.";

    private readonly MarkdownRenderer _renderer = new(new LinkResolver(".", new Dictionary<string, string>()));

    [Fact]
    public void Note_AtItsPlace_HasItsWords()
    {
        var html = Render();
        Assert.Contains("Penguins<a href=\"#note-1\" id=\"note-1-text\" class=\"term note\" data-meaning=\"Gorman et al., 2014.\" aria-label=\"Note 1\">1</a> dive", html, StringComparison.Ordinal);
        Assert.Contains("data-meaning=\"To 500 m.\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_BelowTheCell_LeadBack()
    {
        var html = Render();
        Assert.Contains("<ol class=\"notes\" start=\"1\">\n<li id=\"note-1\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#note-1-text\" aria-label=\"Back to the text\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_OfTheNextCell_CountOn()
    {
        Render();
        var second = Render();
        Assert.Contains("<ol class=\"notes\" start=\"3\">", second, StringComparison.Ordinal);
        Assert.DoesNotContain("note-1\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_ReadTwice_HasOneAddress() => Assert.Equal(2, Render().Split("id=\"note-1-text\"").Length);

    [Theory]
    [InlineData("No note is asked for.\n\n[^a]: Nobody reads this.")]
    [InlineData("One[^a].\n\n[^a]: Read.\n\n[^b]: Nobody reads this.")]
    [InlineData("A note[^a] in a note.\n\n[^a]: See[^b].\n\n[^b]: The end.")]
    [InlineData("## A heading[^a]\n\n[^a]: Its note.")]
    [InlineData("A mark[^missing] without a note.")]
    public void Notes_OfAnyShape_AreShown(string markdown) =>
        Assert.DoesNotContain("fn:", new MarkdownRenderer(new LinkResolver(".", new Dictionary<string, string>())).Render(new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = markdown }), StringComparison.Ordinal);

    private string Render() => _renderer.Render(new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = Cell });
}
