using System.Diagnostics;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;

namespace Course.Benchmarks.Session;

/// <summary>How long a learner waits: for the first cell, for each further one, for the whole course; and how big it all is.</summary>
internal static class SessionSuite
{
    private const int Starts = 5;
    private const int Cells = 200;
    private const double Mega = 1e6;

    internal static IEnumerable<IRow> Run()
    {
        var runs = Enumerable.Range(0, Starts).Select(_ => MeasureOnePlusOne()).ToList();
        yield return new Row($"process start to first cell done, median of {Starts} starts", Median(runs.Select(run => run.First)), "s");
        yield return new Row($"1+1 afterwards, median of {Starts * (Cells - 1)} cells", 1000 * Median(runs.SelectMany(run => run.Others)), "ms");
        yield return new Row($"memory after {Cells} cells of 1+1, peak", runs.Max(run => run.PeakMemory) / Mega, "MB");

        var report = RunAllNotebooks();
        foreach (var notebook in report.Notebooks)
        {
            yield return new Row($"{notebook.Name}, fast tier", notebook.Seconds, "s");
        }

        yield return new Row($"all {report.Notebooks.Count} notebooks, fast tier", report.Seconds, "s");
        yield return new Row("peak memory of a notebook, fast tier", report.Notebooks.Max(notebook => notebook.PeakMemory) / Mega, "MB");
        yield return new Row("repository, files that git tracks", Repository.TrackedBytes() / Mega, "MB");
    }

    // The very process of a run; the clock starts before it does.
    private static (double First, IReadOnlyList<double> Others, long PeakMemory) MeasureOnePlusOne()
    {
        var watch = Stopwatch.StartNew();
        var clock = new FirstCellClock(watch);
        var notebook = new NotebookDocument { Path = Path.Combine(Path.GetTempPath(), "one-plus-one.ipynb") };
        foreach (var i in Enumerable.Range(0, Cells))
        {
            notebook.Cells.Add(new NotebookCell { Id = $"c{i}", Kind = CellKind.Code, Source = "1+1" });
        }

        var run = new NotebookRunner(new RunnerOptions { Command = ChildCommand.FromFolder(Repository.CourseFolder) }).Run(notebook, clock);
        return run.Status == RunStatus.Ok
            ? (clock.FirstCellDone, [.. run.Cells.Skip(1).Select(cell => cell.Seconds)], run.PeakMemory)
            : throw new InvalidOperationException($"1+1 did not run: {run.Error?.Message}");
    }

    private static RunReport RunAllNotebooks()
    {
        var output = Directory.CreateTempSubdirectory("course-bench-").FullName;
        try
        {
            using var course = Process.Start(
                new ProcessStartInfo(Path.Combine(Repository.CourseFolder, "course"), ["run", Path.Combine(Repository.Root, "notebooks"), "--out", output])
                {
                    RedirectStandardOutput = true,
                })!;
            var said = course.StandardOutput.ReadToEnd();
            course.WaitForExit();
            return course.ExitCode == 0
                ? RunReport.Read(Path.Combine(output, "report.json"))
                : throw new InvalidOperationException($"course run ended with {course.ExitCode}: {said}");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
