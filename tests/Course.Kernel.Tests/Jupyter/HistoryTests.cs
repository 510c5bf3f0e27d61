using System.Text.Json.Nodes;
using Course.Kernel.Jupyter;
using Course.Kernel.Jupyter.Protocol;

namespace Course.Kernel.Tests.Jupyter;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("history-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Tail_AfterARestart_ReachesBackIntoTheSessionBefore()
    {
        var first = New();
        first.Add(1, "a");
        first.Add(2, "b");
        var second = New();
        second.Add(1, "c");

        Assert.Equal("1.2 b|2.1 c", Ask(second, """{"hist_access_type":"tail","n":2}"""));
    }

    [Theory]
    [InlineData("""{"hist_access_type":"range","session":0,"start":1,"stop":9}""", "2.1 c")]
    [InlineData("""{"hist_access_type":"range","session":-1,"start":2,"stop":3}""", "1.2 b")]
    [InlineData("""{"hist_access_type":"range","session":1,"start":0,"stop":2}""", "1.1 a")]
    [InlineData("""{"hist_access_type":"search","pattern":"*"}""", "1.1 a|1.2 b|2.1 c")]
    [InlineData("""{"hist_access_type":"search","pattern":"[a]*"}""", "")]
    [InlineData("""{"hist_access_type":"search","pattern":"b*","n":5}""", "1.2 b")]
    [InlineData("""{"hist_access_type":"strange"}""", "")]
    public void Request_OverTwoSessions_FindsItsCells(string request, string cells)
    {
        var first = New();
        first.Add(1, "a");
        first.Add(2, "b");
        var second = New();
        second.Add(1, "c");

        Assert.Equal(cells, Ask(second, request));
    }

    [Fact]
    public void Sessions_AtOnce_HaveFilesOfTheirOwn()
    {
        var histories = Enumerable.Range(0, 8).Select(_ => New()).ToList();
        Parallel.ForEach(histories, history => history.Add(1, "x = 1\ny = \"🙂\""));

        Assert.Equal(8, Directory.GetFiles(_folder).Length);
        Assert.Equal(9, Ask(New(), """{"hist_access_type":"tail","n":99}""").Split('|').Length + 1);
    }

    [Fact]
    public void File_ThatIsDamaged_LosesOnlyItsDamagedLines()
    {
        New().Add(1, "kept");
        File.AppendAllText(Path.Combine(_folder, "1.jsonl"), "{]\n[2]\n[\"x\",\"y\"]\n[3,\"cut sho");

        Assert.Equal("1.1 kept", Ask(New(), """{"hist_access_type":"tail","n":9}"""));
    }

    [Fact]
    public void OldSessions_AreForgotten_AndALongOneIsBounded()
    {
        for (var i = 0; i < 60; i++)
        {
            New().Add(1, $"cell {i}");
        }

        var history = New();
        for (var i = 0; i < 30; i++)
        {
            history.Add(i, new string('x', 100_000));
        }

        var files = new DirectoryInfo(_folder).GetFiles();
        Assert.Equal(50, files.Length);
        Assert.All(files, file => Assert.InRange(file.Length, 1, 256 * 1024));
        Assert.Contains("61.29", Ask(history, """{"hist_access_type":"tail","n":1}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_ThatCannotBe_KeepsTheSessionOnly()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var history = new History(new HistoryStore(Path.Combine(file, "below")));

        history.Add(1, "a");

        Assert.Equal("1.1 a", Ask(history, """{"hist_access_type":"tail","n":9}"""));
    }

    private History New() => new(new HistoryStore(_folder));

    private static string Ask(History history, string request)
    {
        var answer = history.Answer(new Request([], "history_request", [], JsonNode.Parse(request)!.AsObject()));
        Assert.Equal("ok", (string?)answer["status"]);
        return string.Join('|', answer["history"]!.AsArray().Select(cell => $"{cell![0]}.{cell[1]} {cell[2]}"));
    }
}
