using System.Text.Json.Serialization;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Session;

namespace Course.Kernel.Running;

/// <summary>What a notebook's process tells its parent: one JSON object a line, on a pipe of their own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CellStarted), "start")]
[JsonDerivedType(typeof(StreamWritten), "stream")]
[JsonDerivedType(typeof(Displayed), "display")]
[JsonDerivedType(typeof(DisplayUpdated), "update")]
[JsonDerivedType(typeof(ResultShown), "result")]
[JsonDerivedType(typeof(OutputCleared), "clear")]
[JsonDerivedType(typeof(Reported), "report")]
[JsonDerivedType(typeof(CellEnded), "end")]
[JsonDerivedType(typeof(NotebookFinished), "finish")]
internal abstract record RunEvent
{
    internal sealed record CellStarted(int Index) : RunEvent;

    internal sealed record StreamWritten(StreamName Stream, string Text) : RunEvent;

    internal sealed record Displayed(MimeBundle Data, string DisplayId) : RunEvent;

    internal sealed record DisplayUpdated(MimeBundle Data, string DisplayId) : RunEvent;

    internal sealed record ResultShown(MimeBundle Data) : RunEvent;

    internal sealed record OutputCleared(bool Wait) : RunEvent;

    internal sealed record Reported(string Json) : RunEvent;

    internal sealed record CellEnded(int Index, CellResult Result, double Seconds, long PeakMemory) : RunEvent;

    internal sealed record NotebookFinished : RunEvent;
}
