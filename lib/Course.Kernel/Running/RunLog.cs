using System.Diagnostics;
using Course.Kernel.Notebooks;
using Course.Kernel.Script;

namespace Course.Kernel.Running;

/// <summary>Gathers what one notebook's process says, in the notebook and in figures.</summary>
internal sealed class RunLog
{
    private readonly NotebookDocument _notebook;
    private readonly OutputRecorder _recorder;
    private readonly Dictionary<int, CellRecorder> _started = [];
    private readonly ReportedFacts _facts = new();
    private readonly List<CellRun> _cells = [];
    private readonly List<CellReport> _reports = [];
    private readonly Stopwatch _cellWatch = new();
    private RunError? _error;
    private long _peakMemory;
    private int? _index;

    internal RunLog(NotebookDocument notebook)
    {
        _notebook = notebook;
        _recorder = new OutputRecorder(notebook, _facts.Add);
    }

    /// <summary>True once the process has said that it is done.</summary>
    internal bool Finished { get; private set; }

    /// <summary>1-based position among all cells of the cell that was started last; null before the first.</summary>
    internal int? CurrentCell => _index + 1;

    internal void Apply(RunEvent message)
    {
        switch (message)
        {
            // Who writes into the pipe is a notebook's process, and what runs there may be anybody's code: what makes no sense is left out.
            case RunEvent.CellStarted start when start.Index >= 0 && start.Index < _notebook.Cells.Count: Start(start.Index); break;
            case RunEvent.CellEnded end when end.Result is not null && _started.ContainsKey(end.Index): End(end); break;
            case RunEvent.NotebookFinished: Finished = true; break;
            case RunEvent.Output output when _started.TryGetValue(output.Cell, out var cell): Record(output, cell); break;
        }
    }

    /// <summary>The notebook's run, without its times.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="end">How the process ended if not by finishing; written into the cell that was running.</param>
    internal NotebookRun Close(string name, SuddenEnd? end)
    {
        if (end is not null)
        {
            Record(end);
        }

        _recorder.Close();
        return new NotebookRun
        {
            Name = name,
            Path = _notebook.Path,
            Status = end?.Status ?? StatusOf(_error, _facts.AllGood),
            PeakMemory = _peakMemory,
            Cells = _cells,
            Headlines = _facts.Headlines,
            Mismatches = _facts.Mismatches,
            Exercises = _facts.Exercises,
            Reports = _reports,
            Error = _error,
        };
    }

    private void Start(int index)
    {
        _index = index;
        _started[index] = _recorder.Start(index);
        _cellWatch.Restart();
        _cells.Add(new CellRun(index + 1, _notebook.Cells[index].Id, null, 0));
    }

    private void End(RunEvent.CellEnded end)
    {
        _started[end.Index].End(end.Result.Error);
        _cells[^1] = _cells[^1] with { Status = end.Result.Status, Seconds = end.Seconds };
        _peakMemory = Math.Max(_peakMemory, end.PeakMemory);
        if (end.Result.Error is { } error && !_notebook.Cells[end.Index].HasTag(NotebookCell.MayFailTag))
        {
            _error = new RunError(error.Name, error.Message, CurrentCell, _cells[^1].Id, error.Line, error.Traceback);
        }
    }

    private void Record(RunEvent.Reported report, CellRecorder cell)
    {
        _reports.Add(new CellReport(report.Cell, report.Json));
        cell.Report(report.Json);
    }

    private void Record(RunEvent.Output message, CellRecorder cell)
    {
        switch (message)
        {
            case RunEvent.StreamWritten stream: cell.Stream(stream.Stream, stream.Text); break;
            case RunEvent.Displayed display: cell.Display(display.Data, display.DisplayId); break;
            case RunEvent.DisplayUpdated update: cell.UpdateDisplay(update.Data, update.DisplayId); break;
            case RunEvent.ResultShown result: cell.Result(result.Data); break;
            case RunEvent.OutputCleared clear: cell.ClearOutput(clear.Wait); break;
            case RunEvent.Reported report: Record(report, cell); break;
        }
    }

    private void Record(SuddenEnd end)
    {
        if (_cells.Count > 0 && _cells[^1].Status is null)
        {
            _cells[^1] = _cells[^1] with { Seconds = _cellWatch.Elapsed.TotalSeconds };
        }

        Running()?.End(new CellError(end.Name, end.Message, []));
        _error = new RunError(end.Name, end.Message, CurrentCell, _index is { } index ? _notebook.Cells[index].Id : null);
    }

    // If it died before its first cell, the notice goes where the eye falls first.
    private CellRecorder? Running()
    {
        if (_index is { } running)
        {
            return _started[running];
        }

        var first = _notebook.Cells.Index().FirstOrDefault(entry => entry.Item.Kind == CellKind.Code);
        return first.Item is null ? null : _recorder.Start(first.Index);
    }

    // By name: lib/Course's exception types live in the notebook's process and are unknown here.
    private static RunStatus StatusOf(RunError? error, bool figuresHold) => error switch
    {
        null => figuresHold ? RunStatus.Ok : RunStatus.FigureMissed,
        { Name: var name } when name.Split('.')[^1] is "DatasetException" => RunStatus.MissingData,
        _ => RunStatus.CellFailed,
    };
}
