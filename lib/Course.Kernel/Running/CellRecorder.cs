using System.Text.Json.Nodes;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Notebooks;
using Course.Kernel.Script;

namespace Course.Kernel.Running;

/// <summary>Writes what one cell says into its notebook, also what threads of it say after its end.</summary>
/// <remarks>A cell may say more than a notebook can hold: text beyond <see cref="TextLog"/>'s limits is left out in the middle,
/// and rich outputs beyond 64 million characters are dropped; both say so in their place.</remarks>
public sealed class CellRecorder : ICellEvents
{
    private const long RichLimit = 64_000_000;
    private readonly NotebookCell _cell;
    private readonly Dictionary<string, JsonObject> _displays;
    private readonly Action<string>? _report;
    private TextLog _text = new();
    private long _richLength;
    private bool _clearBeforeNext;

    internal CellRecorder(NotebookCell cell, Dictionary<string, JsonObject> displays, Action<string>? report)
    {
        _cell = cell;
        _displays = displays;
        _report = report;
    }

    /// <summary>The cell has ended.</summary>
    /// <param name="error">Why it failed; null if it did not.</param>
    public void End(CellError? error)
    {
        EndText();
        if (error is not null)
        {
            Error(error.Name, error.Message, error.Traceback);
        }
    }

    /// <summary>Adds an error output to the cell.</summary>
    /// <param name="name">nbformat's ename.</param>
    /// <param name="message">nbformat's evalue.</param>
    /// <param name="traceback">Lines to show; none: name and message.</param>
    public void Error(string name, string message, IReadOnlyList<string>? traceback = null) => Add(new JsonObject
    {
        ["output_type"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. (traceback is { Count: > 0 } ? traceback : [$"{name}: {message}"]).Select(line => (JsonNode)line)]),
    });

    /// <inheritdoc/>
    public void Stream(StreamName stream, string text)
    {
        ClearIfPending();
        if (_text.Append(stream, text) is { } node)
        {
            _cell.Outputs.Add(node);
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle data, string displayId)
    {
        var output = new JsonObject { ["output_type"] = "display_data", ["data"] = NbData.From(data), ["metadata"] = new JsonObject() };
        if (AddRich(output, data))
        {
            _displays[displayId] = output;
        }
    }

    /// <inheritdoc/>
    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        if (_displays.TryGetValue(displayId, out var output))
        {
            output["data"] = NbData.From(data);
        }
    }

    /// <inheritdoc/>
    public void Result(MimeBundle data) => AddRich(
        new JsonObject
        {
            ["output_type"] = "execute_result",
            ["execution_count"] = _cell.ExecutionCount,
            ["data"] = NbData.From(data),
            ["metadata"] = new JsonObject(),
        },
        data);

    /// <inheritdoc/>
    public void ClearOutput(bool wait)
    {
        _clearBeforeNext = true;
        if (!wait)
        {
            ClearIfPending();
        }
    }

    /// <inheritdoc/>
    public void Report(string json) => _report?.Invoke(json);

    private bool AddRich(JsonObject output, MimeBundle data)
    {
        var before = _richLength;
        _richLength += data.Data.Values.Sum(text => (long)text.Length);
        if (_richLength <= RichLimit)
        {
            Add(output);
            return true;
        }

        if (before <= RichLimit)
        {
            Stream(StreamName.Error, $"[this cell showed more than {RichLimit / 1_000_000} million characters of charts and tables; the rest is left out]\n");
        }

        return false;
    }

    private void Add(JsonObject output)
    {
        ClearIfPending();
        _text.Break();
        _cell.Outputs.Add(output);
    }

    private void ClearIfPending()
    {
        if (_clearBeforeNext)
        {
            _clearBeforeNext = false;
            _cell.Outputs.Clear();
            _text = new TextLog();
        }
    }

    private void EndText()
    {
        if (_text.Finish() is { } rest)
        {
            _cell.Outputs.Add(rest);
        }

        _text = new TextLog();
    }
}
