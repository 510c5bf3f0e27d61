using System.Text;
using System.Text.Json;
using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Kernel.Running;

/// <summary>The child's end of the pipe: each event becomes one line, flushed at once, so that nothing said is lost when the process dies.</summary>
internal sealed class EventWriter(Stream pipe) : ICellEvents
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly Lock _gate = new();

    public void Stream(StreamName stream, string text) => Send(new RunEvent.StreamWritten(stream, WellFormed(text)));

    public void Display(MimeBundle data, string displayId) => Send(new RunEvent.Displayed(WellFormed(data), displayId));

    public void UpdateDisplay(MimeBundle data, string displayId) => Send(new RunEvent.DisplayUpdated(WellFormed(data), displayId));

    public void Result(MimeBundle data) => Send(new RunEvent.ResultShown(WellFormed(data)));

    public void ClearOutput(bool wait) => Send(new RunEvent.OutputCleared(wait));

    public void Report(string json) => Send(new RunEvent.Reported(json));

    internal void Send(RunEvent message)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, WireJson.Compact.RunEvent);
        lock (_gate)
        {
            pipe.Write(line);
            pipe.Write(NewLine);
            pipe.Flush();
        }
    }

    private static MimeBundle WellFormed(MimeBundle data) =>
        new(data.Data.ToDictionary(entry => entry.Key, entry => WellFormed(entry.Value)));

    // Half a surrogate pair is a legal C# string and not legal UTF-8; it is shown as U+FFFD.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
