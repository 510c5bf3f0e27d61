using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Terminal;

/// <summary>Progress for a log: a line when a notebook starts and one when it ends.</summary>
internal sealed class PlainProgress(IAnsiConsole console) : IRunProgress
{
    private readonly Lock _gate = new();

    public void NotebookStarted(string name, int codeCells) => Write($"running      {name}", "default");

    public void CellStarted(string name, int ordinal)
    {
    }

    public void NotebookEnded(NotebookRun run) => Write(RunLine.Of(run), RunLine.Colour(run.Status));

    private void Write(string line, string colour)
    {
        lock (_gate)
        {
            console.MarkupLine($"[{colour}]{Markup.Escape(line)}[/]");
        }
    }
}
