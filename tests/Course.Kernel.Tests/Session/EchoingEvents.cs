using System.Text;
using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Kernel.Tests.Session;

/// <summary>A host that shows output on the console, which the session has taken for its cells.</summary>
internal sealed class EchoingEvents : ICellEvents
{
    private readonly StringBuilder _heard = new();

    public string Heard => _heard.ToString();

    public void Stream(StreamName stream, string text)
    {
        _heard.Append(text);
        Console.Write("heard: " + text);
    }

    public void Display(MimeBundle data, string displayId)
    {
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
    }

    public void Result(MimeBundle data)
    {
    }

    public void ClearOutput(bool wait)
    {
    }

    public void Report(string json)
    {
    }
}
