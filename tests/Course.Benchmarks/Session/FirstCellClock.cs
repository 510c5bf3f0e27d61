using System.Diagnostics;
using Course.Kernel.Running;

namespace Course.Benchmarks.Session;

/// <summary>Notes when the second cell starts, which is when the first has been answered.</summary>
internal sealed class FirstCellClock(Stopwatch watch) : IRunProgress
{
    internal double FirstCellDone { get; private set; }

    public void NotebookStarted(string name, int codeCells)
    {
    }

    public void CellStarted(string name, int ordinal)
    {
        if (ordinal == 2)
        {
            FirstCellDone = watch.Elapsed.TotalSeconds;
        }
    }

    public void NotebookEnded(NotebookRun run)
    {
    }
}
