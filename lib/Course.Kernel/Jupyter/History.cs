using System.Text.Json.Nodes;
using System.IO.Enumeration;
using Course.Kernel.Jupyter.Protocol;

namespace Course.Kernel.Jupyter;

/// <summary>What was typed in this session, for the arrow keys and the search of a console.</summary>
internal sealed class History
{
    private readonly List<(int Line, string Code)> _cells = [];

    public void Add(int line, string code)
    {
        lock (_cells)
        {
            _cells.Add((line, code));
        }
    }

    /// <summary>Answers tail, range and search.</summary>
    public JsonObject Answer(Request request)
    {
        var withOutput = request.Flag("output", otherwise: false);
        JsonArray found;
        lock (_cells)
        {
            found = new JsonArray([.. Find(request).Select(cell => (JsonNode)new JsonArray(1, cell.Line, withOutput ? new JsonArray(cell.Code, null) : cell.Code))]);
        }
        return new JsonObject { ["status"] = "ok", ["history"] = found };
    }

    private IEnumerable<(int Line, string Code)> Find(Request request)
    {
        var count = request.Number("n", int.MaxValue);
        switch (request.Text("hist_access_type"))
        {
            case "tail":
                return _cells.TakeLast(count);
            case "range":
                var stop = request.Number("stop", int.MaxValue);
                return request.Number("session", 0) is 0 or 1
                    ? _cells.Where(cell => cell.Line >= request.Number("start", 0) && cell.Line < stop)
                    : [];
            case "search":
                var matches = _cells.Where(cell => FileSystemName.MatchesSimpleExpression(request.Text("pattern", "*"), cell.Code, ignoreCase: false));
                return (request.Flag("unique", otherwise: false) ? matches.Reverse().DistinctBy(cell => cell.Code).Reverse() : matches).TakeLast(count);
            default:
                return [];
        }
    }
}
