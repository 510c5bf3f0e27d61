using System.Text;
using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Kernel.Tests.Session;

/// <summary>Writes down what a session tells its host; adjacent console text is joined, so that batching does not show.</summary>
internal sealed class RecordedEvents : ICellEvents
{
    private readonly List<string> _log = [];
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Heard)> _awaited = [];

    public RecordedEvents()
    {
        Started = Heard("started");
    }

    /// <summary>Completes when the cell has written "started".</summary>
    public Task Started { get; }

    /// <summary>Completes when a text was written.</summary>
    public Task Heard(string text)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            _awaited.Add((text, heard));
            Tell();
        }

        return heard.Task;
    }

    public List<MimeBundle> Results { get; } = [];

    public List<(string Id, MimeBundle Data)> Displays { get; } = [];

    public List<(string Id, MimeBundle Data)> Updates { get; } = [];

    public List<string> Reports { get; } = [];

    public string Output => _output.ToString();

    /// <summary>All events in order, such as <c>out:a</c>, <c>display:1</c>, <c>result:2</c>.</summary>
    public string Log => string.Join('|', _log);

    public string? Value => Results.SingleOrDefault()?.Data["text/plain"];

    public void Stream(StreamName stream, string text)
    {
        lock (_awaited)
        {
            _output.Append(text);
        }

        var kind = stream == StreamName.Output ? "out:" : "err:";
        if (_log.Count > 0 && _log[^1].StartsWith(kind, StringComparison.Ordinal))
        {
            _log[^1] += text;
        }
        else
        {
            _log.Add(kind + text);
        }

        lock (_awaited)
        {
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var (text, heard) in _awaited.Where(entry => !entry.Heard.Task.IsCompleted))
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal))
            {
                heard.TrySetResult();
            }
        }
    }

    public void Display(MimeBundle data, string displayId)
    {
        Displays.Add((displayId, data));
        _log.Add("display:" + data.Data["text/plain"]);
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        Updates.Add((displayId, data));
        _log.Add("update:" + data.Data["text/plain"]);
    }

    public void Result(MimeBundle data)
    {
        Results.Add(data);
        _log.Add("result:" + data.Data["text/plain"]);
    }

    public void ClearOutput(bool wait) => _log.Add("clear:" + wait);

    public void Report(string json) => Reports.Add(json);
}
