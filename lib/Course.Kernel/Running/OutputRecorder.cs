using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Running;

/// <summary>Writes what cells say into their notebook as nbformat outputs.</summary>
/// <param name="notebook">Its code cells' outputs are removed, then filled as they run.</param>
/// <param name="report">Called with each <see cref="Display.ICellEvents.Report"/>.</param>
public sealed class OutputRecorder(NotebookDocument notebook, Action<string>? report = null)
{
    private readonly Dictionary<string, JsonObject> _displays = [];
    private readonly List<CellRecorder> _cells = [];

    /// <summary>A cell starts to run.</summary>
    /// <param name="index">0-based position among all cells.</param>
    /// <returns>Takes what the cell says, from now to the end of the run.</returns>
    public CellRecorder Start(int index)
    {
        if (_cells.Count == 0)
        {
            RemoveOldOutputs();
        }

        var cell = notebook.Cells[index];
        var recorder = new CellRecorder(cell, _displays, report);
        _cells.Add(recorder);
        cell.ExecutionCount = _cells.Count;
        return recorder;
    }

    /// <summary>No cell says any more: what threads wrote after the end of their cells is there too.</summary>
    public void Close() => _cells.ForEach(cell => cell.End(null));

    private void RemoveOldOutputs()
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            cell.Outputs.Clear();
            cell.ExecutionCount = null;
        }
    }
}
