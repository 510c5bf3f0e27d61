using Course.Kernel.Notebooks;

namespace Course.Kernel.Running;

/// <summary>Runs several notebooks and stores their executed copies.</summary>
/// <param name="options">How notebooks are run.</param>
/// <param name="outputFolder">Executed copies go here, under the notebooks' own names; null: they are not stored.</param>
/// <param name="time">Measures timeouts; the machine's clock if null.</param>
public sealed class NotebookBatch(RunnerOptions options, string? outputFolder, TimeProvider? time = null)
{
    private readonly NotebookRunner _runner = new(options, time);

    /// <summary>Runs the files and waits; up to <see cref="RunnerOptions.Jobs"/> at a time.</summary>
    /// <param name="files">.ipynb files with different names.</param>
    /// <param name="progress">Told how it goes.</param>
    /// <param name="cancel">Kills what runs and leaves out the rest.</param>
    /// <returns>One entry a file, in their order.</returns>
    public IReadOnlyList<NotebookRun> Run(IReadOnlyList<string> files, IRunProgress progress, CancellationToken cancel = default)
    {
        var runs = new NotebookRun[files.Count];
        var next = -1;
        var stop = false;
        var workers = Enumerable.Range(0, Math.Clamp(options.Jobs, 1, Math.Max(1, files.Count)))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        Task.WaitAll(workers, CancellationToken.None);
        return runs;

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < files.Count; i = Interlocked.Increment(ref next))
            {
                runs[i] = Volatile.Read(ref stop) || cancel.IsCancellationRequested
                    ? Ended(files[i], RunStatus.Skipped, null)
                    : RunOne(files[i], progress, cancel);
                progress.NotebookEnded(runs[i]);
                if (options.FailFast && runs[i].Status != RunStatus.Ok)
                {
                    Volatile.Write(ref stop, true);
                }
            }
        }
    }

    private NotebookRun RunOne(string file, IRunProgress progress, CancellationToken cancel)
    {
        try
        {
            var notebook = NotebookDocument.Load(file);
            return Store(notebook, _runner.Run(notebook, progress, cancel));
        }
        catch (NotebookFormatException e)
        {
            return Ended(file, RunStatus.BadNotebook, new RunError("BadNotebook", e.Message));
        }
    }

    private NotebookRun Store(NotebookDocument notebook, NotebookRun run)
    {
        if (outputFolder is null)
        {
            return run;
        }

        var output = Path.Combine(outputFolder, Path.GetFileName(notebook.Path));
        try
        {
            AtomicFile.WriteAllText(output, notebook.ToJson());
            return run with { Output = output };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return run with { Status = RunStatus.OutputFailed, Error = new RunError("OutputFailed", $"{output} cannot be written: {e.Message}") };
        }
    }

    private static NotebookRun Ended(string file, RunStatus status, RunError? error) =>
        new() { Name = Path.GetFileNameWithoutExtension(file), Path = file, Status = status, Error = error };
}
