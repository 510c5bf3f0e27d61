using System.Text.Json.Nodes;
using Course.Cli.Grading;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli.Tests.Grading;

public sealed class NotebookTrialTests
{
    private readonly List<NotebookDocument> _runs = [];

    [Fact]
    public void Run_CellThatEndsTheProcess_IsLeftOutOfASecondRun()
    {
        var (exercises, remarks) = Trial((document, _) => document.Cells.Any(cell => cell.Id == "learner-5") ? Ended(document, "learner-5") : Finished(document));

        Assert.Equal(["right", "stopped", "right"], exercises.Select(exercise => exercise.Outcome));
        Assert.Equal("it exited", exercises[1].Why);
        Assert.Equal("cell 5 was left out of a second run: it exited", Assert.Single(remarks));
        Assert.Equal(2, _runs.Count);
    }

    [Fact]
    public void Run_CheckThatEndsTheProcess_IsStoppedAndTheAnswerStays()
    {
        var (exercises, remarks) = Trial((document, _) => document.Cells.Any(cell => cell.Id == "check-01-1") ? Ended(document, "check-01-1") : Finished(document));

        Assert.Equal(["stopped", "right", "right"], exercises.Select(exercise => exercise.Outcome));
        Assert.StartsWith("the check of 01-1 ", Assert.Single(remarks), StringComparison.Ordinal);
        Assert.Contains(_runs[1].Cells, cell => cell.Id == "learner-4");
    }

    [Fact]
    public void Run_EveryCellEndsTheProcess_GivesUpAfterThreeRuns()
    {
        var (exercises, _) = Trial((document, _) => Ended(document, document.Cells.First(cell => cell.Id.StartsWith("learner", StringComparison.Ordinal)).Id));

        Assert.Equal(3, _runs.Count);
        Assert.All(exercises, exercise => Assert.Equal("not reached", exercise.Outcome));
    }

    [Fact]
    public void Run_ProcessThatNeverBegins_IsNotTriedAgain()
    {
        var (exercises, remarks) = Trial((document, _) => new NotebookRun { Name = "a", Path = "a", Status = RunStatus.ProcessDied, Error = new RunError("Lost", "no start") });

        Assert.Single(_runs);
        Assert.All(exercises, exercise => Assert.Equal("not reached", exercise.Outcome));
        Assert.Equal("the run ended before its first cell: no start", Assert.Single(remarks));
    }

    [Fact]
    public void Run_CellWithoutMemoryLeft_IsBlamedForWhatFollows()
    {
        var (exercises, remarks) = Trial((document, run) =>
        {
            if (run == 1)
            {
                Fail(document, "learner-3", "System.OutOfMemoryException");
                return Ended(document, "check-01-4");
            }

            return Finished(document);
        });

        Assert.Contains("cell 3", Assert.Single(remarks), StringComparison.Ordinal);
        Assert.Equal(["right", "right", "right"], exercises.Select(exercise => exercise.Outcome));
    }

    private (IReadOnlyList<ExerciseGrade> Exercises, IReadOnlyList<string> Remarks) Trial(Func<NotebookDocument, int, NotebookRun> run)
    {
        var copy = new WorkingCopy(new CourseNotebook(SmallCourse.Notebook()), SmallCourse.Notebook().Solved());
        return new NotebookTrial(copy, document =>
        {
            _runs.Add(document);
            return run(document, _runs.Count);
        }).Run("a.ipynb");
    }

    // Every cell ran, and every check said right.
    private static NotebookRun Finished(NotebookDocument document) => Up(document, document.Cells.Count);

    // All before the culprit ran.
    private static NotebookRun Ended(NotebookDocument document, string culprit)
    {
        var at = document.Cells.Index().First(cell => cell.Item.Id == culprit).Index;
        var run = Up(document, at);
        return run with { Status = RunStatus.ProcessDied, Cells = [.. run.Cells, new CellRun(at + 1, culprit, null, 0)], Error = new RunError("ProcessExited", "it exited", at + 1, culprit) };
    }

    private static NotebookRun Up(NotebookDocument document, int to)
    {
        var checks = document.Cells.Index().Take(to).Where(cell => cell.Item.Id.StartsWith("check-", StringComparison.Ordinal)).ToList();
        checks.ForEach(check => check.Item.Outputs.Add(new JsonObject { ["output_type"] = "execute_result", ["data"] = new JsonObject { ["text/plain"] = $"✓ right: Exercise {check.Item.Id[6..]} · title" } }));
        return new NotebookRun
        {
            Name = "a",
            Path = "a",
            Status = RunStatus.Ok,
            Cells = [.. document.Cells.Take(to).Index().Select(cell => new CellRun(cell.Index + 1, cell.Item.Id, CellStatus.Completed, 0))],
            Reports = [.. checks.Select(check => new CellReport(check.Index, $$"""{"kind":"exercise","id":"{{check.Item.Id[6..]}}","outcome":"right"}"""))],
        };
    }

    private static void Fail(NotebookDocument document, string id, string name) =>
        document.Cells.First(cell => cell.Id == id).Outputs.Add(new JsonObject { ["output_type"] = "error", ["ename"] = name, ["evalue"] = "" });
}
