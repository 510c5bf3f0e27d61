using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Tests.Export;

public sealed class SiteTabTests : IDisposable
{
    private const string List = """{"version":"0123456789abcdef","files":[{"path":"page.js","bytes":840000,"first":true},{"path":"runtime/a.gz","bytes":11000000,"first":true},{"path":"data/b","bytes":9000000,"first":false}]}""";

    private readonly string _root = Directory.CreateTempSubdirectory("course-tab-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Page_WhereTheBuildMadeATab_OffersToRunAndSaysWhatItLoads()
    {
        var page = Page(List);
        Assert.Contains("data-tab=\"tab/page.js\" data-megabytes=\"11.8\" data-notebook=\"01-a\"", page, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wasm-unsafe-eval", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithoutATab_OffersNothing()
    {
        var page = Page(null);
        Assert.DoesNotContain("data-tab", page, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"version\":\"1\"}")]
    [InlineData("{\"files\":[{\"first\":true,\"bytes\":\"many\"}]}")]
    public void List_Damaged_IsNamed(string list) =>
        Assert.Contains("tab.json is damaged", Assert.Throws<SiteExportException>(() => Page(list)).Message, StringComparison.Ordinal);

    [Fact]
    public void CodeCells_OfAPage_AreCountedAsAReaderCounts()
    {
        var page = Page(List, ("code", "1"), ("markdown", "text"), ("code", ""), ("code", "2"));
        Assert.Equal(["1", "3"], System.Text.RegularExpressions.Regex.Matches(page, "data-cell=\"(\\d+)\"").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Cells_ThatTookLong_SaySo()
    {
        Page(List, ("code", "1"), ("code", "2"));
        SiteExporter.Export([Notebook([("code", "1"), ("code", "2")])], Path.Combine(_root, "site"), new SiteOptions { WebAssets = Path.Combine(_root, "web"), SlowCells = new Dictionary<(string Notebook, string Cell), double> { [("01-a", "c1")] = 31.4 } });
        Assert.Contains("id=\"cell-c1\" data-cell=\"2\" data-seconds=\"31\"", Read("01-a.html"), StringComparison.Ordinal);
        Assert.Contains("id=\"cell-c0\" data-cell=\"1\">", Read("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_OfASiteWithATab_AreThereForWhatACellMayShow()
    {
        Page(List);
        Assert.All(["katex/katex.min.js", "charts.js", "figures.js"], file => Assert.True(File.Exists(Path.Combine(_root, "site", "assets", file)), file));
    }

    [Fact]
    public void Maps_WithExercises_HaveAPlaceForWhatTheReaderSolves()
    {
        Page(List, ("exercise", "1"), ("exercise", "2"));
        Assert.Contains("data-checks=\"01 2\"></span>", Read("index.html"), StringComparison.Ordinal);
        Assert.Contains("data-checks=\"01 2\"></span>", Read("01-a.html"), StringComparison.Ordinal);
    }

    private string Page(string? list, params (string Kind, string Source)[] cells)
    {
        var web = Path.Combine(_root, "web");
        Put(Path.Combine(web, "katex", "katex.min.js"), "katex");
        if (list is not null)
        {
            Put(Path.Combine(web, "tab", "tab.json"), list);
        }

        SiteExporter.Export([Notebook(cells)], Path.Combine(_root, "site"), new SiteOptions { WebAssets = web });
        return Read("01-a.html");
    }

    private NotebookDocument Notebook((string Kind, string Source)[] cells)
    {
        var nodes = cells.Select((cell, i) => new JsonObject
        {
            ["cell_type"] = cell.Kind == "markdown" ? "markdown" : "code",
            ["id"] = cell.Kind == "exercise" ? $"exercise-01-{i + 1}" : $"c{i}",
            ["metadata"] = new JsonObject(),
            ["source"] = cell.Source,
            ["outputs"] = new JsonArray(),
        });
        var json = new JsonObject { ["cells"] = new JsonArray([.. nodes]), ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        return NotebookDocument.Parse(Path.Combine(_root, "01-a.ipynb"), JsonSerializer.Serialize(json));
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_root, "site", file));

    private static void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
