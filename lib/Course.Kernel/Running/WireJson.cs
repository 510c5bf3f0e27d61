using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Kernel.Running;

/// <summary>The JSON of the pipe between a run and its notebooks' processes; generated, because reflection would cost each process 0.1 s.</summary>
[JsonSerializable(typeof(RunEvent))]
[JsonSerializable(typeof(WorkOrder))]
internal sealed partial class WireJson : JsonSerializerContext
{
    // Relaxed: charts are HTML, and \u003C for each < would double them. A line break is always escaped.
    internal static WireJson Compact { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
