using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Course.Kernel.Jupyter.Protocol;

namespace Course.Kernel.Jupyter;

/// <summary>What was typed, in this session and before it, for the arrow keys and the search of a console.</summary>
/// <param name="store">Where it is kept over restarts.</param>
internal sealed class History(HistoryStore store)
{
    private readonly List<(int Line, string Code)> _cells = [];
    private readonly Lazy<IReadOnlyList<HistoryCell>> _before = new(store.ReadOthers);

    public void Add(int line, string code)
    {
        lock (_cells)
        {
            _cells.Add((line, code));
            store.Add(line, code);
        }
    }

    /// <summary>Answers tail, range and search.</summary>
    public JsonObject Answer(Request request)
    {
        var withOutput = request.Flag("output", otherwise: false);
        JsonArray found;
        lock (_cells)
        {
            found = new JsonArray([.. Find(request).Select(cell =>
                (JsonNode)new JsonArray(cell.Session, cell.Line, withOutput ? new JsonArray(cell.Code, null) : cell.Code))]);
        }

        return new JsonObject { ["status"] = "ok", ["history"] = found };
    }

    private IEnumerable<HistoryCell> Find(Request request)
    {
        // Asked before the first cell, the number is not known yet; it will be the next one or a later one.
        var current = store.Session > 0 ? store.Session : (_before.Value.Count > 0 ? _before.Value[^1].Session : 0) + 1;
        var here = _cells.Select(cell => new HistoryCell(current, cell.Line, cell.Code));
        var all = _before.Value.Concat(here);
        var count = request.Number("n", int.MaxValue);
        switch (request.Text("hist_access_type"))
        {
            case "tail":
                return all.TakeLast(count);
            case "range":
                var session = request.Number("session", 0);
                var (start, stop) = (request.Number("start", 0), request.Number("stop", int.MaxValue));
                // Zero is this session, a negative number counts back from it.
                return all.Where(cell => cell.Session == (session > 0 ? session : current + session) && cell.Line >= start && cell.Line < stop);
            case "search":
                var matches = all.Where(cell => FileSystemName.MatchesSimpleExpression(request.Text("pattern", "*"), cell.Code, ignoreCase: false));
                return (request.Flag("unique", otherwise: false) ? matches.Reverse().DistinctBy(cell => cell.Code).Reverse() : matches).TakeLast(count);
            default:
                return [];
        }
    }
}
