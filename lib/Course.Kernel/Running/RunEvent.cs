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

    /// <summary>Something that a cell said; it may have ended long ago, with a thread of it still running.</summary>
    internal abstract record Output(int Cell) : RunEvent;

    internal sealed record StreamWritten(int Cell, StreamName Stream, string Text) : Output(Cell);

    internal sealed record Displayed(int Cell, MimeBundle Data, string DisplayId) : Output(Cell);

    internal sealed record DisplayUpdated(int Cell, MimeBundle Data, string DisplayId) : Output(Cell);

    internal sealed record ResultShown(int Cell, MimeBundle Data) : Output(Cell);

    internal sealed record OutputCleared(int Cell, bool Wait) : Output(Cell);

    internal sealed record Reported(int Cell, string Json) : Output(Cell);

    internal sealed record CellEnded(int Index, CellResult Result, double Seconds, long PeakMemory) : RunEvent;

    internal sealed record NotebookFinished : RunEvent;
}
