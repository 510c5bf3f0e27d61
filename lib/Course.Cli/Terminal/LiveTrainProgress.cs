using Spectre.Console;
using static System.FormattableString;

namespace Course.Cli.Terminal;

/// <summary>For a terminal: one bar for all ranks.</summary>
internal sealed class LiveTrainProgress : ITrainProgress
{
    private readonly IAnsiConsole _console;
    private readonly ProgressTask _task;
    private string _saved = "";

    private LiveTrainProgress(IAnsiConsole console, ProgressContext context) =>
        (_console, _task) = (console, context.AddTask("the ranks start"));

    /// <summary>Shows progress while <paramref name="work"/> runs.</summary>
    internal static T Show<T>(IAnsiConsole console, Func<ITrainProgress, T> work) => console.Progress()
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
        .Start(context => work(new LiveTrainProgress(console, context)));

    public void Started(IReadOnlyList<int> processes, int from, int steps)
    {
        _console.WriteLine(PlainTrainProgress.Ranks(processes));
        (_task.MaxValue, _task.Value) = (Math.Max(1, steps), from);
    }

    public void Stepped(int step, double loss)
    {
        _task.Value = step;
        _task.Description = Invariant($"step {step} of {_task.MaxValue:0}, loss {loss:0.000}{_saved}");
    }

    public void Saved(int step) => _saved = Invariant($", saved at {step}");

    public void Ended(double accuracy, string checkpoint)
    {
        _task.Value = _task.MaxValue;
        _task.Description = Markup.Escape(Invariant($"test accuracy {accuracy:0.00} %; the run is in {checkpoint}"));
        _task.StopTask();
    }
}
