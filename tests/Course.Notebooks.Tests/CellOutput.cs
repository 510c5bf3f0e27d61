using System.Text;
using System.Text.Json.Nodes;
using Course.Kernel.Display;
using Course.Kernel.Formatting;

namespace Course.Notebooks.Tests;

/// <summary>What one run of a cell said.</summary>
internal sealed class CellOutput : ICellEvents
{
    private readonly StringBuilder _text = new();

    /// <summary>Text alternatives of what was shown, and console text.</summary>
    public string Text => _text.ToString();

    /// <summary>Facts told to the host.</summary>
    public List<JsonObject> Reports { get; } = [];

    /// <summary>What the last check of an exercise reported; null if none did.</summary>
    public string? OutcomeOf(string exercise) => Reports
        .Where(report => (string?)report["kind"] == "exercise" && (string?)report["id"] == exercise)
        .Select(report => (string?)report["outcome"])
        .LastOrDefault();

    public void Stream(StreamName stream, string text) => _text.Append(text);

    public void Display(MimeBundle data, string displayId) => Add(data);

    public void UpdateDisplay(MimeBundle data, string displayId) => Add(data);

    public void Result(MimeBundle data) => Add(data);

    public void ClearOutput(bool wait) => _text.Clear();

    public void Report(string json) => Reports.Add(JsonNode.Parse(json)!.AsObject());

    private void Add(MimeBundle data) => _text.AppendLine(data.Data.GetValueOrDefault("text/plain", ""));
}
