using System.Globalization;
using Course.Kernel.Running;

namespace Course.Cli.Terminal;

/// <summary>One notebook's run in one line.</summary>
internal static class RunLine
{
    private const double Mega = 1e6;

    /// <summary>Status, name, cells, seconds and memory in columns.</summary>
    internal static string Of(NotebookRun run) => run.Status == RunStatus.Skipped
        ? string.Create(CultureInfo.InvariantCulture, $"{Word(run.Status),-12} {run.Name}")
        : string.Create(CultureInfo.InvariantCulture, $"{Word(run.Status),-12} {run.Name,-32} {run.Cells.Count,3} cells {run.Seconds,7:0.0} s {run.PeakMemory / Mega,6:0} MB");

    /// <summary>The status as people say it.</summary>
    internal static string Word(RunStatus status) => status switch
    {
        RunStatus.Ok => "ok",
        RunStatus.FigureMissed => "figure off",
        RunStatus.CellFailed => "failed",
        RunStatus.Timeout => "timeout",
        RunStatus.BadNotebook => "bad notebook",
        RunStatus.MissingData => "missing data",
        RunStatus.ProcessDied => "died",
        RunStatus.OutputFailed => "not written",
        RunStatus.Interrupted => "stopped",
        RunStatus.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "has no word"),
    };

    /// <summary>Spectre's style for the status.</summary>
    internal static string Colour(RunStatus status) => status switch
    {
        RunStatus.Ok => "green",
        RunStatus.FigureMissed or RunStatus.Skipped or RunStatus.Interrupted => "yellow",
        _ => "red",
    };
}
