using System.Text.Json.Nodes;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Tests.Export;

public sealed class SiteExporterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("course-site-").FullName;
    private readonly string _site;
    private readonly string _web;

    public SiteExporterTests()
    {
        _site = Path.Combine(_root, "site");
        _web = Path.Combine(_root, "web");
        foreach (var file in new[] { "plotly.min.js", "mermaid.min.js", "minisearch.js", "katex/katex.min.js", "katex/katex.min.css", "katex/fonts/a.woff2", "fonts/source-serif-4-latin-wght-normal.woff2" })
        {
            Put(Path.Combine(_web, file), file);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Site_OfTheSameNotebooks_HasTheSameBytes()
    {
        var other = Path.Combine(_root, "other");
        Export(Notebook("02-b", "$x$"), Notebook("01-a", "# 01 · A"));
        SiteExporter.Export([Notebook("01-a", "# 01 · A"), Notebook("02-b", "$x$")], other, Options());
        Assert.Equal(Bytes(_site), Bytes(other));
    }

    [Fact]
    public void Scripts_NotNeeded_AreNotCarried()
    {
        Export(Notebook("01-a", "# A"));
        Assert.Empty(Directory.GetFiles(_site, "*.min.js", SearchOption.AllDirectories));
        Assert.False(File.Exists(Path.Combine(_site, "assets/charts.js")));
        Export(Notebook("01-a", "$x$\n```mermaid\ngraph TD\n```", $"<script>{ChartScript.Inline("""{"key":"1","panels":[{"data":[]}]}""")}</script>"));
        Assert.Equal(3, Directory.GetFiles(_site, "*.min.js", SearchOption.AllDirectories).Length);
        Assert.True(File.Exists(Path.Combine(_site, "assets/katex/fonts/a.woff2")));
        Assert.True(File.Exists(Path.Combine(_site, "assets/charts.js")));
    }

    [Fact]
    public void Assets_Missing_AreWarnedAboutAndNotLinked()
    {
        var export = SiteExporter.Export([Notebook("01-a", "$x$\n```mermaid\ngraph TD\n```")], _site, new SiteOptions { WebAssets = Path.Combine(_root, "none") });
        Assert.Equal(["plotly.min.js", "katex/katex.min.js", "minisearch.js", "mermaid.min.js", "tab/tab.json"], export.Warnings.Select(warning => warning[(Path.Combine(_root, "none").Length + 1)..].Split(' ')[0]));
        Assert.Contains("no button that runs their cells; build again", export.Warnings[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("katex.min.js", Page("01-a"), StringComparison.Ordinal);
        Assert.DoesNotContain("fonts.css", Page("01-a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Diagrams_NotThere_NeedNoScript() => Assert.DoesNotContain(
        SiteExporter.Export([Notebook("01-a", "$x$")], _site, new SiteOptions { WebAssets = Path.Combine(_root, "none") }).Warnings,
        warning => warning.Contains("mermaid", StringComparison.Ordinal));

    [Fact]
    public void Pages_InOrder_LeadToTheirNeighbours()
    {
        Export(Notebook("03-c", "# 03 · C"), Notebook("01-a", "# 01 · A"), Notebook("02-b", "# 02 · B & more"));
        Assert.Contains("rel=\"prev\" href=\"01-a.html\"", Page("02-b"), StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"03-c.html\"", Page("02-b"), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", Page("01-a"), StringComparison.Ordinal);
        Assert.Contains("<title>B &amp; more · ", Page("02-b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Errata_Written_LeadToTheirNotebooks_AndPagesToThem()
    {
        Export(Notebook("04-a", "# 04 · A"));
        Assert.Contains("<a href=\"04-a.html\">Notebook 04</a>", Page("errata"), StringComparison.Ordinal);
        Assert.Contains("Tell whoever gave you this course", Page("errata"), StringComparison.Ordinal);
        Assert.Contains("href=\"errata.html\"", Page("04-a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Index_Written_ShowsWhatIsThereAndWhatIsToCome()
    {
        Export(Notebook("01-a", "# 01 · My title\n\n*25 minutes.*"), Notebook("extra", "# Extra"));
        var index = Page("index");
        Assert.Contains("<a href=\"01-a.html\">My title</a>", index, StringComparison.Ordinal);
        Assert.Contains("25 min", index, StringComparison.Ordinal);
        Assert.Contains("<a href=\"extra.html\">Extra</a>", index, StringComparison.Ordinal);
        Assert.Contains("to come", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_Written_SaysWhatANotebookNeedsAndTeaches()
    {
        Export(Notebook("01-a", "# 01 · A"), Notebook("02-b", "# 02 · B\n\nWhen you finish you can\n- count;\n- add.\n\n*Needs notebook 01. 25 minutes.*"));
        var index = Page("index");
        Assert.Contains("<span>needs <a href=\"01-a.html\">01</a></span>", index, StringComparison.Ordinal);
        Assert.Contains("<summary>Afterwards you can</summary><ul><li>count</li><li>add</li></ul>", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_InTheContents_HaveUniqueAnchors()
    {
        Export(Notebook("01-a", "# A\n## Same\n### $x_i$ here\n## Same"));
        Assert.Contains("href=\"#same\"", Page("01-a"), StringComparison.Ordinal);
        Assert.Contains("href=\"#same-2\"", Page("01-a"), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"same-2\">", Page("01-a"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"math inline\">x_i</span> here</a>", Page("01-a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Prose_OfAPage_IsSetAsAPrinterWould()
    {
        Export(Notebook("01-a", "A bird's \"weight\" is 3,750 g -- `it's \"code\"` in 5 small bags."));
        Assert.Contains("A bird\u2019s &ldquo;weight&rdquo; is 3,750\u00A0g &ndash; <code>it's &quot;code&quot;</code> in 5 small bags.", Page("01-a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Notebook_Offered_HasNoOutputs()
    {
        Export(Notebook("01-a", "# A", "<b>result</b>"));
        var offered = NotebookDocument.Load(Path.Combine(_site, "files/01-a.ipynb"));
        Assert.Equal(2, offered.Cells.Count);
        Assert.Empty(offered.Cells[1].Outputs);
        Assert.Null(offered.Cells[1].ExecutionCount);
    }

    [Fact]
    public void Run_ThatStoppedAtAnError_IsAnnouncedAtTheTop()
    {
        var notebook = Notebook("01-a", "# A");
        Export(notebook);
        Assert.DoesNotContain("class=\"notice\"", Page("01-a"), StringComparison.Ordinal);
        notebook.Cells[1].Outputs.Add(new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "", ["traceback"] = new JsonArray() });
        Export(notebook);
        Assert.Contains("<a href=\"#cell-code\">a cell</a> ended with an error", Page("01-a"), StringComparison.Ordinal);
        Assert.Contains("id=\"cell-code\"", Page("01-a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x = .Length")]
    [InlineData("foreach (var in) { .A.b() } class { ((( \"")]
    public void Code_Broken_IsShownAsItIs(string code)
    {
        var notebook = Notebook("01-a", $"# A\n\n```csharp\n{code}\n```");
        notebook.Cells[1].Source = code;
        Export(notebook);
        Assert.DoesNotContain("class=\"notice\"", Page("01-a"), StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(Page("01-a"), "<code class=\"csharp\">"));
    }

    [Fact]
    public void Notebook_ThatCannotBeShown_IsNamedAndLeftOutAlone()
    {
        var bad = Notebook("02-b", "# B");
        bad.Cells[1].Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = JsonNode.Parse("\"\\ud83d\"") });
        var site = SiteExporter.Export([Notebook("01-a", "# A\n\n[next](02-b.ipynb)"), bad, Notebook("03-c", "# C")], _site, Options());
        Assert.Contains("02-b.ipynb cannot be shown", Assert.Single(site.LeftOut), StringComparison.Ordinal);
        Assert.Equal(2, site.Pages);
        Assert.False(File.Exists(Path.Combine(_site, "02-b.html")));
        Assert.DoesNotContain("02-b.html", Page("01-a") + Page("03-c") + Page("index"), StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"03-c.html\"", Page("01-a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Notebooks_OfOneName_AreRefused()
    {
        var error = Assert.Throws<SiteExportException>(() => Export(Notebook("a/01-a", "# A"), Notebook("b/01-a", "# B")));
        Assert.Contains("01-a.html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OldSite_AfterAFailedExport_IsStillThere()
    {
        Export(Notebook("01-a", "# Old"));
        var before = Bytes(_site);
        Assert.Throws<SiteExportException>(() => Export(Notebook("a/01-a", "# A"), Notebook("b/01-a", "# B")));
        Assert.Equal(before, Bytes(_site));
        Assert.Equal(["site", "web"], Entries());
    }

    [Fact]
    public void OldSite_Replaced_LosesItsPagesAndKeepsStrangersFiles()
    {
        Export(Notebook("01-a", "# A"));
        Put(Path.Combine(_site, "CNAME"), "mine");
        Put(Path.Combine(_site, "files/mine/note.txt"), "mine");
        Export(Notebook("02-b", "# B"));
        Assert.False(File.Exists(Path.Combine(_site, "01-a.html")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_site, "CNAME")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_site, "files/mine/note.txt")));
        Assert.Equal(["site", "web"], Entries());
    }

    [Fact]
    public void StrangersFile_InTheWayOfAPage_IsNotOverwritten()
    {
        Export(Notebook("01-a", "# A"));
        Put(Path.Combine(_site, "02-b.html"), "mine");
        var error = Assert.Throws<SiteExportException>(() => Export(Notebook("02-b", "# B")));
        Assert.Contains("02-b.html", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_site, "02-b.html")));
    }

    [Fact]
    public void Folder_OfSomethingElse_IsRefusedUntouched()
    {
        Put(Path.Combine(_site, "thesis.txt"), "years of work");
        var error = Assert.Throws<SiteExportException>(() => Export(Notebook("01-a", "# A")));
        Assert.Contains("not a site", error.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.GetFileSystemEntries(_site).Select(Path.GetFileName));
    }

    [Fact]
    public void Leftovers_OfAKilledExport_AreMended()
    {
        Export(Notebook("01-a", "# A"));
        Put(Path.Combine(_site, "mine.txt"), "mine");
        Directory.Move(_site, _site + ".previous"); // killed between the two moves of the swap
        Put(Path.Combine(_site + ".building", "half.html"), "half");
        Export(Notebook("01-a", "# A"));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_site, "mine.txt")));
        Assert.False(File.Exists(Path.Combine(_site, "half.html")));
        Assert.Equal(["site", "web"], Entries());
    }

    [Fact]
    public void Export_WhileAnotherWrites_IsRefused()
    {
        using var other = SiteFolder.Open(_site);
        var error = Assert.Throws<SiteExportException>(() => Export(Notebook("01-a", "# A")));
        Assert.Contains("another export", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_ThatIsAFile_IsRefused()
    {
        Put(_site, "a file");
        Assert.Throws<SiteExportException>(() => Export(Notebook("01-a", "# A")));
        Assert.Equal("a file", File.ReadAllText(_site));
    }

    private static NotebookDocument Notebook(string name, string markdown, string? html = null)
    {
        var notebook = new NotebookDocument { Path = Path.Combine(Path.GetTempPath(), "notebooks", name + ".ipynb") };
        notebook.Cells.Add(new NotebookCell { Id = "text", Kind = CellKind.Markdown, Source = markdown });
        var code = new NotebookCell { Id = "code", Kind = CellKind.Code, Source = "1 + 1", ExecutionCount = 1 };
        if (html is not null)
        {
            code.Outputs.Add(new JsonObject { ["output_type"] = "execute_result", ["data"] = new JsonObject { ["text/html"] = html }, ["metadata"] = new JsonObject(), ["execution_count"] = 1 });
        }

        notebook.Cells.Add(code);
        return notebook;
    }

    private static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToBase64String(File.ReadAllBytes(file))),
        StringComparer.Ordinal);

    private static void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private IEnumerable<string> Entries() => Directory.GetFileSystemEntries(_root).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal);

    private void Export(params NotebookDocument[] notebooks) => SiteExporter.Export(notebooks, _site, Options());

    private SiteOptions Options() => new() { WebAssets = _web };

    private string Page(string name) => File.ReadAllText(Path.Combine(_site, name + ".html"));
}
