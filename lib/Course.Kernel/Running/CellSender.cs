using System.Text;
using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Kernel.Running;

/// <summary>Tells the parent what one cell says, also after its end: a thread of it may go on.</summary>
/// <param name="writer">The way there.</param>
/// <param name="cell">0-based position among all cells.</param>
internal sealed class CellSender(EventWriter writer, int cell) : ICellEvents
{
    public void Stream(StreamName stream, string text) => writer.Send(new RunEvent.StreamWritten(cell, stream, WellFormed(text)));

    public void Display(MimeBundle data, string displayId) => writer.Send(new RunEvent.Displayed(cell, WellFormed(data), displayId));

    public void UpdateDisplay(MimeBundle data, string displayId) => writer.Send(new RunEvent.DisplayUpdated(cell, WellFormed(data), displayId));

    public void Result(MimeBundle data) => writer.Send(new RunEvent.ResultShown(cell, WellFormed(data)));

    public void ClearOutput(bool wait) => writer.Send(new RunEvent.OutputCleared(cell, wait));

    public void Report(string json) => writer.Send(new RunEvent.Reported(cell, json));

    private static MimeBundle WellFormed(MimeBundle data) =>
        new(data.Data.ToDictionary(entry => entry.Key, entry => WellFormed(entry.Value)));

    // Half a surrogate pair is a legal C# string and not legal UTF-8; it is shown as U+FFFD.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
