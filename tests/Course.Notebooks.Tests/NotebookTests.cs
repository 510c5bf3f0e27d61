using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Notebooks.Tests;

/// <summary>Every notebook as it was executed once (see <see cref="ExecutedCourse"/>), and its exercises (see <see cref="Trial"/>).</summary>
[Collection(nameof(FreshLearner))]
public sealed class NotebookTests
{
    private const int LeastWrongAnswers = 2;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Course_Run_ExitsAsOk() => Assert.Equal(ExitCode.Ok, ExecutedCourse.Report.ExitCode);

    [Theory]
    [MemberData(nameof(Files))]
    public void Notebook_Unsolved_RunsToItsEnd(string file)
    {
        var run = ExecutedCourse.Run(file);

        Assert.True(run.Error is null, $"{run.Status} in cell {run.Error?.CellId}: {run.Error?.Message}\n{string.Join('\n', run.Error?.Traceback ?? [])}");
        Assert.Equal(CodeCells(file).Select(cell => cell.Id), run.Cells.Select(cell => cell.Id));
        Assert.All(run.Cells, cell => Assert.Equal(CellStatus.Completed, cell.Status));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Exercise_Untouched_IsNotAttempted(string file) => AssertNone(
        CodeCells(file).Select(ExerciseCell.From).OfType<ExerciseCell>()
            .Select(exercise => (exercise.Id, Outcome: ExecutedCourse.Run(file).Exercises.SingleOrDefault(result => result.Id == exercise.Id)?.Outcome ?? "no report"))
            .Where(exercise => exercise.Outcome != "not attempted")
            .Select(exercise => $"{exercise.Id}, as it stands: wanted \"not attempted\", got \"{exercise.Outcome}\""));

    [Theory]
    [MemberData(nameof(Files))]
    public void Exercise_EveryAnswer_IsJudgedAsItShould(string file) => AssertNone(Trial.Of(file).Faults);

    [Theory]
    [MemberData(nameof(Files))]
    public void Headline_FastTier_LiesInItsBand(string file) => AssertNone(
        ExecutedCourse.Run(file).Headlines.Where(headline => !headline.Ok).Select(headline => headline.ToString()));

    [Theory]
    [MemberData(nameof(Files))]
    public void Headline_EveryEntry_IsReportedByItsNotebook(string file)
    {
        var promised = HeadlineIds().Where(id => id.StartsWith(file[..2] + "-", StringComparison.Ordinal));
        var reported = ExecutedCourse.Run(file).Headlines.Select(headline => headline.Id);

        Assert.Equal(promised.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Close_EveryClaim_Holds(string file) => AssertNone(ExecutedCourse.Run(file).Mismatches);

    // Seconds of processor time, measured in Chromium at the browser tier; a page says them before it runs the cell.
    [Fact]
    public void Page_CellThatTakesLongInABrowser_AnnouncesItself()
    {
        foreach (var (notebook, cells) in JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Notebooks, "browser.json")))!.AsObject())
        {
            var page = File.ReadAllText(Path.Combine(ExecutedCourse.Site, notebook + ".html"));
            Assert.All(cells!.AsObject(), cell => Assert.Matches($"id=\"cell-{cell.Key}\"[^>]* data-seconds=\"{cell.Value}\"", page));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void OptionalCell_ShowsChartOrTable_OrSaysWhatItWouldFetch(string file) => AssertNone(
        NotebookDocument.Load(Path.Combine(ExecutedCourse.Notebooks, file)).Cells
            .Where(cell => cell.Source.StartsWith("// optional", StringComparison.Ordinal))
            .Select(cell => (cell.Id, Said: string.Concat(cell.Outputs.Select(output => $"{output["text"]}{output["data"]?["text/html"]}"))))
            .Where(cell => !new[] { "class=\"course-chart\"", "<table", "would download Plotly.NET", "would download Microsoft.ML.Tokenizers", "would download Microsoft.ML.OnnxRuntime" }.Any(wanted => cell.Said.Contains(wanted, StringComparison.Ordinal)))
            .Select(cell => $"{cell.Id}: {cell.Said}"));

    [Theory]
    [MemberData(nameof(Files))]
    public void Exercise_EveryOne_HasCellSolutionAndWrongAnswers(string file)
    {
        var notebook = NotebookDocument.Load(Path.Combine(Checkout.Notebooks, file));
        var cells = notebook.Cells.Select(ExerciseCell.From).OfType<ExerciseCell>().ToArray();
        var faults = new List<string>();
        faults.AddRange(cells.Where(cell => cell.CheckLine is null).Select(cell => $"cell {cell.Cell.Id} does not check exercise {cell.Id}"));
        var classes = ExerciseFiles.ClassIds(file[..2]).ToHashSet();
        var inNotebook = cells.Select(cell => cell.Id).ToHashSet();
        faults.AddRange(inNotebook.Except(classes).Select(id => $"{id} has a cell and no class in lib/Course/Exercises"));
        foreach (var files in ExerciseFiles.Of(file[..2]))
        {
            faults.AddRange(Missing(files, inNotebook, classes).Select(missing => $"{files.Id} {missing}"));
        }

        AssertNone(faults);
    }

    private static IEnumerable<NotebookCell> CodeCells(string file) =>
        NotebookDocument.Load(Path.Combine(Checkout.Notebooks, file)).Cells.Where(cell => cell.Kind == CellKind.Code);

    private static IEnumerable<string> HeadlineIds() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Exercises, "headlines.json")))!.AsArray().Select(entry => (string)entry!["id"]!);

    private static IEnumerable<string> Missing(ExerciseFiles files, HashSet<string> inNotebook, HashSet<string> classes)
    {
        if (!classes.Contains(files.Id))
        {
            yield return "has a solution or an answer and no class";
        }

        if (!inNotebook.Contains(files.Id))
        {
            yield return "has no cell in the notebook";
        }

        if (files.Solution is null)
        {
            yield return "has no stored solution";
        }

        if (files.Wrong.Count < LeastWrongAnswers)
        {
            yield return $"has {files.Wrong.Count} planted wrong answers; {LeastWrongAnswers} are wanted";
        }
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        var text = string.Join("\n\n", faults);
        Assert.True(text.Length == 0, text);
    }
}
