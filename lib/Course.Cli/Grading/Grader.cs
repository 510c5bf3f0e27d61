using System.Globalization;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;

namespace Course.Cli.Grading;

/// <summary>Runs what a class handed in, several notebooks at a time, and gathers the outcomes.</summary>
internal sealed class Grader(GradeSettings settings, IReadOnlyList<CourseNotebook> course, Jail jail, string workshop)
{
    private const double HeapShare = 0.75; // the rest is for the runtime itself and for what is not on its heap
    private const long MostOutput = 64_000_000; // twenty times what a notebook of the course shows
    private const int MostProcesses = 48;
    private const long MostFiles = 1_000_000_000;

    private int _runs;

    /// <summary>Grades everyone.</summary>
    /// <param name="learners">Read before.</param>
    /// <param name="ended">Told of each learner, from any thread.</param>
    /// <param name="cancel">Ends the runs; what comes back then is not whole.</param>
    internal GradeBook Grade(IReadOnlyList<Learner> learners, Action<LearnerGrade> ended, CancellationToken cancel)
    {
        var grades = new LearnerGrade[learners.Count];
        var next = -1;
        var workers = Enumerable.Range(0, Math.Clamp(settings.Jobs, 1, Math.Max(1, learners.Count)))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        Task.WaitAll(workers, CancellationToken.None);
        var used = grades.SelectMany(grade => grade.Notebooks).Select(notebook => notebook.Course).ToHashSet();
        return new GradeBook(grades, [.. course.Where(used.Contains)]);

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < learners.Count; i = Interlocked.Increment(ref next))
            {
                grades[i] = Grade(learners[i], cancel);
                ended(grades[i]);
            }
        }
    }

    private LearnerGrade Grade(Learner learner, CancellationToken cancel)
    {
        var notebooks = learner.Notebooks.Select(file => Grade(learner, file, cancel)).ToList();
        var best = notebooks.Where(notebook => notebook.Course is not null)
            .GroupBy(notebook => notebook.Course)
            .Select(copies => Best([.. copies]))
            .OrderBy(notebook => notebook.Course!.Name, StringComparer.Ordinal);
        string[] none = learner.Notebooks.Count == 0 ? ["no notebook was handed in"] : [];
        return new LearnerGrade(learner.Name, [.. best], [.. none, .. notebooks.Where(notebook => notebook.Course is null).SelectMany(notebook => notebook.Remarks)]);
    }

    private static NotebookGrade Best(IReadOnlyList<NotebookGrade> copies)
    {
        var best = copies.MaxBy(copy => copy.Points)!;
        return copies.Count == 1 ? best : best with { Remarks = [.. best.Remarks, $"{copies.Count} files are copies of {best.Course!.Name} ({string.Join(", ", copies.Select(copy => copy.File))}); {best.File} counts"] };
    }

    private NotebookGrade Grade(Learner learner, SubmittedNotebook file, CancellationToken cancel)
    {
        try
        {
            return file.Document is not { } document ? new(file.Shown, null, [], [file.Fault!])
                : course.MaxBy(notebook => notebook.Likeness(document)) is { } original && original.Likeness(document) > 0 ? Grade(learner, file, document, original, cancel)
                : new(file.Shown, null, [], [$"{file.Shown} is no copy of a notebook of the course that has exercises"]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Files and processes are other people's: whatever one of them does to us, its neighbours are graded.
            return new(file.Shown, null, [], [$"{file.Shown} could not be graded: {e.Message}"]);
        }
    }

    private NotebookGrade Grade(Learner learner, SubmittedNotebook file, NotebookDocument document, CourseNotebook original, CancellationToken cancel)
    {
        var copy = new WorkingCopy(original, document);
        var (exercises, remarks) = Execute(work =>
        {
            var whole = learner.Folder is null || LearnerFiles.Copy(learner.Folder, work);
            var trial = new NotebookTrial(copy, running => Run(running, work, cancel));
            var heard = trial.Run(Path.Combine(work, "notebook.ipynb"));
            return whole ? heard : (heard.Exercises, [.. heard.Remarks, "the folder holds too many or too large files; not all of them were there in the run"]);
        });
        string[] restored = copy.Restored.Count == 0 ? [] : [$"cells of the course that are missing were put in for the run: {string.Join(", ", copy.Restored)}"];
        var words = copy.OwnCode.SelectMany(cell => Suspicion.In(cell.Source).Select(suspicion => (Place: string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}: {suspicion.Word}"), suspicion))).ToList();
        var deceiving = words.Where(word => word.suspicion.ReachesTheCheck).Select(word => word.Place).ToList();
        string[] noteworthy = words.Count == deceiving.Count ? [] : [$"have a look at {string.Join(", ", words.Where(word => !word.suspicion.ReachesTheCheck).Select(word => word.Place))}"];
        return new(
            file.Shown,
            original,
            deceiving.Count == 0 ? exercises : [.. exercises.Select(exercise => exercise.Outcome == Outcome.Right ? exercise with { Outcome = Outcome.Held } : exercise)],
            [.. remarks, .. restored, .. noteworthy, .. deceiving.Count == 0 ? [] : (string[])[$"not trusted, since by this a check can be deceived: {string.Join(", ", deceiving)}"]]);
    }

    /// <summary>Gives a new folder of its own, and removes it afterwards.</summary>
    internal T Execute<T>(Func<string, T> use)
    {
        var work = Directory.CreateDirectory(Path.Combine(workshop, Interlocked.Increment(ref _runs).ToString(CultureInfo.InvariantCulture))).FullName;
        try
        {
            return use(work);
        }
        finally
        {
            Leftovers.Remove(work);
        }
    }

    /// <summary>Runs a notebook once, in the jail and within the limits.</summary>
    internal NotebookRun Run(NotebookDocument notebook, string work, CancellationToken cancel)
    {
        foreach (var folder in (string[])["home", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(work, ".run", folder));
        }

        var mark = Leftovers.NewMark();
        try
        {
            return new NotebookRunner(Options(work, mark)).Run(notebook, Silence.Instance, cancel);
        }
        finally
        {
            Leftovers.Kill(mark);
        }
    }

    private RunnerOptions Options(string work, string mark) => new()
    {
        Command = jail.Around(ChildCommand.FromFolder(AppContext.BaseDirectory), work),
        Tier = settings.Tier,
        CellTimeout = settings.Timeout,
        Limits = new RunLimits { Time = settings.Timeout, Memory = settings.Memory, Output = MostOutput, Processes = MostProcesses, Files = MostFiles },
        PassesOn = PassedOn.Holds,
        Environment = new Dictionary<string, string>
        {
            [Leftovers.Variable] = mark,
            ["COURSE_HOME"] = Path.Combine(work, ".run", "home"),
            ["COURSE_DATA"] = settings.Datasets,
            ["TMPDIR"] = Path.Combine(work, ".run", "tmp"),
            ["DOTNET_CLI_HOME"] = Path.Combine(work, ".run", "home"),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_GCHeapHardLimit"] = "0x" + ((long)(HeapShare * settings.Memory)).ToString("x", CultureInfo.InvariantCulture),
        },
    };

    private sealed class Silence : IRunProgress
    {
        internal static Silence Instance { get; } = new();

        public void NotebookStarted(string name, int codeCells)
        {
        }

        public void CellStarted(string name, int ordinal)
        {
        }

        public void NotebookEnded(NotebookRun run)
        {
        }
    }
}
