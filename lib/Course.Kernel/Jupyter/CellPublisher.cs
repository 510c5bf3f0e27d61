using System.Text.Json.Nodes;
using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Kernel.Jupyter;

/// <summary>Turns what a cell shows into messages of the IOPub channel.</summary>
internal sealed class CellPublisher(Action<string, JsonObject> publish, Action<string, string> stream, bool silent, int executionCount) : ICellEvents
{
    public void Stream(StreamName name, string text)
    {
        if (!silent)
        {
            stream(name == StreamName.Output ? "stdout" : "stderr", text);
        }
    }

    public void Display(MimeBundle data, string displayId) => Send("display_data", Shown(data, displayId));

    public void UpdateDisplay(MimeBundle data, string displayId) => Send("update_display_data", Shown(data, displayId));

    public void Result(MimeBundle data) => Send("execute_result", new JsonObject
    {
        ["execution_count"] = executionCount,
        ["data"] = Data(data),
        ["metadata"] = new JsonObject(),
    });

    public void ClearOutput(bool wait) => Send("clear_output", new JsonObject { ["wait"] = wait });

    public void Report(string json)
    {
        // For the headless runner only: a notebook shows the card itself.
    }

    private static JsonObject Shown(MimeBundle data, string displayId) => new()
    {
        ["data"] = Data(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    };

    private static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mimeType, text) in bundle.Data)
        {
            var isJson = mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
            data[mimeType] = isJson ? JsonNode.Parse(text) : JsonValue.Create(text);
        }

        return data;
    }

    private void Send(string type, JsonObject content)
    {
        if (!silent)
        {
            publish(type, content);
        }
    }
}
