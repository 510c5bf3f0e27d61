using System.Text;
using System.Text.Json;

namespace Course.Kernel.Running;

/// <summary>The child's end of the pipe: each event becomes one line, flushed at once, so that nothing said is lost when the process dies.</summary>
/// <param name="pipe">The way to the parent.</param>
/// <param name="seal">What the parent wants at the beginning of each line.</param>
internal sealed class EventWriter(Stream pipe, string seal = "")
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly byte[] _seal = Encoding.UTF8.GetBytes(seal);
    private readonly Lock _gate = new();

    internal void Send(RunEvent message)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(message, WireJson.Compact.RunEvent);
        lock (_gate)
        {
            pipe.Write(_seal);
            pipe.Write(line);
            pipe.Write(NewLine);
            pipe.Flush();
        }
    }
}
