using System.Text.Json.Nodes;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Tests.Export;

public sealed class ProseLinksTests
{
    private const string Softmax = "href=\"glossary.html#term-softmax\"";

    private static readonly WordList Words = new(
    [
        new Word("softmax", "Scores become \"shares\".", "02"),
        new Word("weight", "A factor.", "02") { Common = true },
        new Word("mean squared error", "A loss.", "02") { Forms = ["MSE"] },
    ]);

    [Fact]
    public void Word_OnItsFirstUse_LeadsToTheGlossaryWithItsMeaning()
    {
        var html = Page("03", "A softmax here.", "Another softmax.");
        Assert.Contains($"A <a {Softmax} class=\"term\" data-meaning=\"Scores become &quot;shares&quot;.\">softmax</a> here.", html, StringComparison.Ordinal);
        Assert.Contains("<p>Another softmax.</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A softmax")]
    [InlineData("`softmax`")]
    [InlineData("$softmax$")]
    [InlineData("[a softmax](https://example.org)")]
    [InlineData("```\nsoftmax\n```")]
    [InlineData("## References\n\nThe softmax, 1990.")]
    [InlineData("softmaxes are not softmax-like")]
    public void Word_InAHeadingCodeFormulaLinkOrReference_IsNoLink(string markdown) =>
        Assert.DoesNotContain("class=\"term\"", Page("03", markdown), StringComparison.Ordinal);

    [Fact]
    public void Word_WhereItIsExplained_IsLinkedAtItsDefinition()
    {
        var html = Page("02", "The softmax is next.", "This is the **softmax**. The softmax ends.");
        Assert.Contains("<p>The softmax is next.</p>", html, StringComparison.Ordinal);
        Assert.Contains($"<strong><a {Softmax} id=\"term-softmax\" class=\"term\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01", false)]
    [InlineData("02", true)]
    [InlineData("03", true)]
    public void EverydayWord_BeforeItsNotebook_IsLeftAlone(string id, bool linked) =>
        Assert.Equal(linked, Page(id, "The bird's weight.").Contains("class=\"term\"", StringComparison.Ordinal));

    [Fact]
    public void Word_OfSeveralForms_IsOneWord() =>
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(Page("03", "The MSE is the mean squared error."), "class=\"term\""));

    [Theory]
    [InlineData("See notebook 02.", "See <a href=\"02-b.html\">notebook 02</a>.")]
    [InlineData("See notebooks 02 and 03.", "See <a href=\"02-b.html\">notebooks 02</a> and 03.")]
    [InlineData("In exercise 02-1 and exercise 02-9.", "In <a href=\"02-b.html#cell-exercise-02-1\">exercise 02-1</a> and exercise 02-9.")]
    [InlineData("Notebook 07 is to come.", "Notebook 07 is to come.")]
    public void Reference_ToWhatIsThere_IsALink(string markdown, string html) => Assert.Contains($"<p>{html}</p>", Page("03", markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("See Figure 2.", "See <a href=\"#figure-2\">Figure 2</a>.")]
    [InlineData("See Figure 3.", "See Figure 3.")]
    [InlineData("See Figure 2 of notebook 09.", "See Figure 2 of notebook 09.")]
    public void Figure_OfThisPage_IsALink(string markdown, string html) => Assert.Contains($"<p>{html}</p>", Page("03", markdown), StringComparison.Ordinal);

    [Fact]
    public void Words_AroundLinks_AreFoundBySearch()
    {
        var (html, renderer) = Rendered("03", "# Title\n\nWe ask $x$, softmax, notebook 02 and `code`, and MSE. The end.\n\nsoftmax\n\nMSE first");
        Assert.Equal("We ask x, softmax, notebook 02 and code, and MSE. The end. softmax MSE first", renderer.Sections[0].Text.ToString().Trim());
        Assert.Contains($"<a {Softmax}", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Glossary_OfTheSite_LeadsToWhereWordsAreExplained()
    {
        var html = GlossaryPage.Render(Site(), new HashSet<string> { "softmax" });
        Assert.Contains("<div id=\"term-softmax\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"02-b.html#term-softmax\">Notebook 02</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"02-b.html\">Notebook 02</a>", html, StringComparison.Ordinal);
    }

    private static SiteContext Site() => new(
        CourseMap.Load(),
        [Info("02-b", "exercise-02-1"), Info("03-c", "x"), Info("01-a", "x")],
        new HashSet<string>(),
        Words);

    private static PageInfo Info(string name, string cell) => PageInfo.Of(Notebook(name, cell, "# Title"));

    private static NotebookDocument Notebook(string name, string id, params string[] markdown)
    {
        var notebook = new NotebookDocument { Path = $"/nowhere/{name}.ipynb" };
        foreach (var (index, source) in markdown.Index())
        {
            notebook.Cells.Add(new NotebookCell { Id = $"{id}{(index == 0 ? "" : $"{index}")}", Kind = CellKind.Markdown, Source = source });
        }

        return notebook;
    }

    private static string Page(string id, params string[] markdown) => Rendered(id, markdown).Html;

    private static (string Html, MarkdownRenderer Renderer) Rendered(string id, params string[] markdown)
    {
        var site = Site();
        var page = site.Pages.Single(page => page.Id == id);
        var notebook = Notebook(page.NotebookFile, "text", markdown);
        notebook.Cells.Add(new NotebookCell { Id = "charts", Kind = CellKind.Code, Source = "Show(chart)" });
        notebook.Cells[^1].Outputs.Add(new JsonObject { ["data"] = new JsonObject { ["text/html"] = "<div class=\"course-chart\" data-chart=\"a\"></div><div class=\"course-chart\" data-chart=\"b\"></div>" } });
        var renderer = new MarkdownRenderer(new LinkResolver(".", new Dictionary<string, string>()), new ProseLinks(site, page, notebook));
        return (string.Concat(notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(renderer.Render)), renderer);
    }
}
