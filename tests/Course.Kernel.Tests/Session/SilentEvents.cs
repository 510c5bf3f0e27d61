using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Kernel.Tests.Session;

/// <summary>A host that ignores everything; tests override what they look at.</summary>
internal abstract class SilentEvents : ICellEvents
{
    public virtual void Stream(StreamName stream, string text)
    {
    }

    public virtual void Display(MimeBundle data, string displayId)
    {
    }

    public virtual void UpdateDisplay(MimeBundle data, string displayId)
    {
    }

    public virtual void Result(MimeBundle data)
    {
    }

    public virtual void ClearOutput(bool wait)
    {
    }

    public virtual void Report(string json)
    {
    }
}
