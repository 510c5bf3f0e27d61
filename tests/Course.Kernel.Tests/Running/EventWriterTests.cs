using System.Text;
using System.Text.Json;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Running;
using Course.Kernel.Script;
using Course.Kernel.Session;

namespace Course.Kernel.Tests.Running;

public sealed class EventWriterTests : IDisposable
{
    private readonly MemoryStream _pipe = new();
    private readonly EventWriter _writer;
    private readonly CellSender _cell;

    public EventWriterTests()
    {
        _writer = new EventWriter(_pipe);
        _cell = new CellSender(_writer, 3);
    }

    public void Dispose() => _pipe.Dispose();

    [Fact]
    public void Stream_TextWithLineBreaks_IsOneLine()
    {
        _cell.Stream(StreamName.Error, "a\nb\r\n\u2028");

        Assert.Equal(new RunEvent.StreamWritten(3, StreamName.Error, "a\nb\r\n\u2028"), Assert.Single(Sent()));
    }

    [Fact]
    public void Stream_HalfASurrogatePair_ArrivesAsReplacement()
    {
        _cell.Stream(StreamName.Output, "x\uD83D");

        Assert.Equal("x\uFFFD", Assert.IsType<RunEvent.StreamWritten>(Assert.Single(Sent())).Text);
    }

    [Fact]
    public void Display_Bundle_ArrivesWhole()
    {
        _cell.Display(new MimeBundle(new Dictionary<string, string> { ["text/html"] = "<b>é</b>" }), "d1");

        var shown = Assert.IsType<RunEvent.Displayed>(Assert.Single(Sent()));
        Assert.Equal(("d1", "<b>é</b>"), (shown.DisplayId, shown.Data.Data["text/html"]));
    }

    [Fact]
    public void Send_CellEnded_CarriesTheError()
    {
        _writer.Send(new RunEvent.CellEnded(4, new CellResult(CellStatus.Threw, new CellError("E", "m", ["t"], 2)), 1.5, 1L << 40));

        var end = Assert.IsType<RunEvent.CellEnded>(Assert.Single(Sent()));
        Assert.Equal((4, CellStatus.Threw, "E", 2, 1.5, 1L << 40), (end.Index, end.Result.Status, end.Result.Error!.Name, end.Result.Error.Line, end.Seconds, end.PeakMemory));
    }

    [Fact]
    public void Send_WithASeal_BeginsEachLineWithIt()
    {
        new EventWriter(_pipe, "seal").Send(new RunEvent.NotebookFinished());

        Assert.Equal("seal{\"event\":\"finish\"}\n", Encoding.UTF8.GetString(_pipe.ToArray()));
    }

    [Fact]
    public void Send_FromManyThreads_LinesStayWhole()
    {
        Parallel.For(0, 200, i => _cell.Report($"{{\"n\":{i}}}"));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{{\"n\":{i}}}").Order(), Sent().Cast<RunEvent.Reported>().Select(report => report.Json).Order());
    }

    private List<RunEvent> Sent() =>
        [.. Encoding.UTF8.GetString(_pipe.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize(line, WireJson.Compact.RunEvent)!)];
}
