using System.Collections.Concurrent;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Terminal;

/// <summary>Progress for a terminal: a bar of cells for each running notebook; an ended one keeps its line.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private readonly ProgressContext _context;
    private readonly ConcurrentDictionary<string, ProgressTask> _tasks = new();

    private LiveProgress(ProgressContext context) => _context = context;

    /// <summary>Shows progress while <paramref name="work"/> runs.</summary>
    internal static T Show<T>(IAnsiConsole console, Func<IRunProgress, T> work) => console.Progress()
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
        .Start(context => work(new LiveProgress(context)));

    public void NotebookStarted(string name, int codeCells) =>
        _tasks[name] = _context.AddTask(Markup.Escape(name), maxValue: Math.Max(1, codeCells));

    public void CellStarted(string name, int ordinal)
    {
        var task = _tasks[name];
        task.Value = ordinal - 1;
        task.Description = Markup.Escape($"{name}, cell {ordinal} of {task.MaxValue:0}");
    }

    public void NotebookEnded(NotebookRun run)
    {
        var task = _tasks.GetOrAdd(run.Name, name => _context.AddTask(Markup.Escape(name), maxValue: 1));
        task.Description = $"[{RunLine.Colour(run.Status)}]{Markup.Escape(RunLine.Of(run))}[/]";
        task.Value = run.Status is RunStatus.Ok or RunStatus.FigureMissed ? task.MaxValue : task.Value;
        task.StopTask();
    }
}
