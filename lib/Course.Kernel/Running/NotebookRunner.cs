using System.Diagnostics;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Running;

/// <summary>Runs notebooks, each in a fresh process that is killed with all it started when a cell runs too long.</summary>
/// <param name="options">Program, tier, timeout.</param>
/// <param name="time">Measures timeouts; the machine's clock if null.</param>
public sealed class NotebookRunner(RunnerOptions options, TimeProvider? time = null)
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimitPercent";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs a notebook and waits. Its outputs are replaced by those of this run, as far as it got.</summary>
    /// <param name="notebook">Code cells run in order, in the notebook's folder; the first that fails ends it, unless it has the tag <c>raises-exception</c>.</param>
    /// <param name="progress">Told about starts; the caller tells the end, after it has stored the notebook.</param>
    /// <param name="cancel">Kills the process.</param>
    /// <returns>How it went; nothing that a notebook does makes this throw.</returns>
    public NotebookRun Run(NotebookDocument notebook, IRunProgress progress, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        using var home = new TemporaryFolder();
        var order = Order(notebook);
        var name = Path.GetFileNameWithoutExtension(notebook.Path);
        progress.NotebookStarted(name, order.Cells.Count);

        using var child = ChildProcess.Start(options.Command, options.PassesOn, ChildEnvironment(home));
        var log = new RunLog(notebook);
        SuddenEnd? stopped = null;
        using var deadline = new Deadline(_time, () => Stop(CauseOfDeath.OfTimeout(log.CurrentCell, options.CellTimeout)));
        using var cancelling = cancel.Register(() => Stop(new(RunStatus.Interrupted, "Interrupted", "stopped from outside before it had ended")));
        using var watch = new RunWatch(child, options.Limits, order.WorkingDirectory, _time, Stop);
        deadline.Restart(options.CellTimeout > StartPatience ? options.CellTimeout : StartPatience);
        child.Send(order);

        foreach (var message in child.ReadEvents())
        {
            Follow(message);
            log.Apply(message);
            if (log.Finished)
            {
                break;
            }
        }

        deadline.Stop();
        var run = log.Close(name, log.Finished ? null : stopped ?? CauseOfDeath.OfProcess(child.WaitForExit(), child.LastWords));
        return run with { Seconds = clock.Elapsed.TotalSeconds, PeakMemory = Math.Max(run.PeakMemory, child.PeakMemory) };

        void Stop(SuddenEnd why)
        {
            Interlocked.CompareExchange(ref stopped, why, null);
            child.KillTree();
        }

        void Follow(RunEvent message)
        {
            if (message is RunEvent.CellStarted start)
            {
                deadline.Restart(options.CellTimeout);
                progress.CellStarted(name, 1 + order.Cells.TakeWhile(cell => cell.Index != start.Index).Count());
            }
        }
    }

    private static WorkOrder Order(NotebookDocument notebook) => new(
        Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!,
        [.. notebook.Cells.Index()
            .Where(entry => entry.Item.Kind == CellKind.Code)
            .Select(entry => new WorkCell(entry.Index, entry.Item.Runnable, entry.Item.HasTag(NotebookCell.MayFailTag)))]);

    private Dictionary<string, string> ChildEnvironment(TemporaryFolder home)
    {
        var environment = new Dictionary<string, string>
        {
            ["COURSE_TIER"] = options.Tier,
            [LearnerFolders.HomeVariable] = home.Path, // the learner's progress stays as it is
            [LearnerFolders.CacheVariable] = LearnerFolders.Cache, // and data that was fetched once is not fetched again
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_EnableWriteXorExecute"] = "0", // each cell is new code, and to map that twice takes a tenth of a short notebook's time
        };
        if (Environment.GetEnvironmentVariable(HeapLimit) is null)
        {
            environment[HeapLimit] = "4B"; // hexadecimal per cent: a cell that takes all memory gets an exception before the machine stalls
        }

        foreach (var (name, value) in options.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
