using System.Text.Json;

namespace Course.Kernel.Running;

/// <summary>The child's end of the pipe: each event becomes one line, flushed at once, so that nothing said is lost when the process dies.</summary>
internal sealed class EventWriter(Stream pipe)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly Lock _gate = new();

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
}
