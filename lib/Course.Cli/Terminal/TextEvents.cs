using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Cli.Terminal;

/// <summary>A cell's output as plain text, for a command that runs one line.</summary>
internal sealed class TextEvents(TextWriter writer) : ICellEvents
{
    private bool _lineIsOpen;

    public void Stream(StreamName stream, string text) => writer.Write(text);

    public void Display(MimeBundle data, string displayId) => Redraw(data);

    public void UpdateDisplay(MimeBundle data, string displayId) => Redraw(data);

    public void Result(MimeBundle data)
    {
        EndLine();
        writer.WriteLine(Text(data));
    }

    public void ClearOutput(bool wait)
    {
    }

    public void Report(string json)
    {
    }

    // Progress: on a terminal each state replaces the one before; a log would only grow.
    private void Redraw(MimeBundle data)
    {
        if (Terminals.IsLive)
        {
            writer.Write("\r\e[K" + Text(data).ReplaceLineEndings(" "));
            _lineIsOpen = true;
        }
    }

    private void EndLine()
    {
        if (_lineIsOpen)
        {
            writer.WriteLine();
            _lineIsOpen = false;
        }
    }

    private static string Text(MimeBundle data) => data.Data.GetValueOrDefault("text/plain", "");
}
