using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Display;
using Course.Kernel.Export;
using Course.Kernel.Formatting;
using Course.Kernel.Running;
using Course.Kernel.Script;

namespace Course.Web.Session;

/// <summary>Tells the page what one cell says: outputs as the exported site would show them, console text in pieces.</summary>
internal sealed class TabOutput(int cell, ITab tab, OutputRenderer renderer, TimeProvider time) : ICellEvents
{
    // A page that shows more text of one cell than this helps nobody.
    private const int LongestText = 500_000;
    private const int LongestPiece = 16 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly StringBuilder _text = new();
    private StreamName _stream;
    private int _length;
    private long _told;

    /// <summary>Console text waits a moment for more: a message for each word would keep the page busy.</summary>
    public void Stream(StreamName stream, string text)
    {
        if (stream != _stream)
        {
            Flush();
            _stream = stream;
        }

        Append(text);
        FlushIfDue();
    }

    public void Display(MimeBundle data, string displayId) => Show(data, displayId, replaces: false);

    public void UpdateDisplay(MimeBundle data, string displayId) => Show(data, displayId, replaces: true);

    public void Result(MimeBundle data) => Show(data, null, replaces: false);

    public void ClearOutput(bool wait)
    {
        Flush();
        _length = 0;
        tab.Clear(cell, wait);
    }

    public void Report(string json) => tab.Report(cell, json);

    /// <summary>The cell has ended.</summary>
    /// <param name="error">Why it failed; null if it did not.</param>
    public void End(CellError? error)
    {
        Flush();
        if (error is not null)
        {
            tab.Output(cell, null, renderer.Render([Json(error)]), replaces: false);
        }
    }

    /// <summary>Tells the text that has waited long enough.</summary>
    public void FlushIfDue()
    {
        if (_text.Length > LongestPiece || (_text.Length > 0 && time.GetElapsedTime(_told) >= Interval))
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            tab.Stream(cell, _stream == StreamName.Output ? "stdout" : "stderr", _text.ToString());
            _text.Clear();
            _told = time.GetTimestamp();
        }
    }

    private void Append(string text)
    {
        var room = Math.Min(text.Length, LongestText - _length);
        if (room > 0)
        {
            _text.Append(text, 0, room);
            _length += room;
            if (_length == LongestText)
            {
                _text.Append("\n[… this cell writes more than a page can show; the rest is left out]\n");
            }
        }
    }

    private void Show(MimeBundle data, string? display, bool replaces)
    {
        Flush();
        var output = new JsonObject { ["output_type"] = "display_data", ["data"] = NbData.From(data), ["metadata"] = new JsonObject() };
        tab.Output(cell, display, renderer.Render([output]), replaces);
    }

    private static JsonObject Json(CellError error) => new()
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };
}
