using Course.Kernel.Running;

namespace Course.Kernel.Tests.Running;

public sealed class NotebookBatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("batch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false, RunStatus.BadNotebook, RunStatus.BadNotebook)]
    [InlineData(true, RunStatus.BadNotebook, RunStatus.Skipped)]
    public void Run_FailFast_SkipsTheRest(bool failFast, params RunStatus[] statuses) =>
        Assert.Equal(statuses, Run(failFast).Select(run => run.Status));

    [Fact]
    public void Run_Cancelled_StartsNothing() =>
        Assert.All(Run(false, cancel: new CancellationToken(canceled: true)), run => Assert.Equal(RunStatus.Skipped, run.Status));

    [Fact]
    public void Run_MoreJobsThanFiles_KeepsTheOrderOfTheFiles()
    {
        var watched = new Watcher();

        var runs = Run(false, watched, jobs: 8);

        Assert.Equal(["a", "b"], runs.Select(run => run.Name));
        Assert.Equal(2, watched.Ended);
    }

    private IReadOnlyList<NotebookRun> Run(bool failFast, Watcher? watcher = null, int jobs = 1, CancellationToken cancel = default)
    {
        string[] files = [Path.Combine(_folder, "a.ipynb"), Path.Combine(_folder, "b.ipynb")]; // neither is there
        var options = new RunnerOptions { Command = new ChildCommand("never-started", []), FailFast = failFast, Jobs = jobs };
        return new NotebookBatch(options, _folder).Run(files, watcher ?? new Watcher(), cancel);
    }

    private sealed class Watcher : IRunProgress
    {
        private int _ended;

        internal int Ended => _ended;

        public void NotebookStarted(string name, int codeCells)
        {
        }

        public void CellStarted(string name, int ordinal)
        {
        }

        public void NotebookEnded(NotebookRun run) => Interlocked.Increment(ref _ended);
    }
}
