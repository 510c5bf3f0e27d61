using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Notebooks.Tests;

/// <summary>Every notebook, executed once (see <see cref="Trial"/>). Surroundings are process-wide, so the collection runs one after the other.</summary>
[Collection(nameof(FreshLearner))]
public sealed class NotebookTests
{
    private const int LeastWrongAnswers = 2;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Notebook_Unsolved_RunsToItsEnd(string file) => AssertNone(Trial.Of(file).Failures);

    [Theory]
    [MemberData(nameof(Files))]
    public void Exercise_EveryAnswer_IsJudgedAsItShould(string file) => AssertNone(Trial.Of(file).ExerciseFaults);

    [Theory]
    [MemberData(nameof(Files))]
    public void Headline_FastTier_LiesInItsBand(string file) => AssertNone(
        Trial.Of(file).Reports("headline")
            .Where(report => !report["ok"]!.GetValue<bool>())
            .Select(report => report.ToJsonString()));

    [Theory]
    [MemberData(nameof(Files))]
    public void Headline_EveryEntry_IsReportedByItsNotebook(string file)
    {
        var promised = HeadlineIds().Where(id => id.StartsWith(file[..2] + "-", StringComparison.Ordinal));
        var reported = Trial.Of(file).Reports("headline").Select(report => (string)report["id"]!).Distinct();

        Assert.Equal(promised.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Close_EveryClaim_Holds(string file) => AssertNone(
        Trial.Of(file).Reports("close")
            .Where(report => !report["ok"]!.GetValue<bool>())
            .Select(report => report.ToJsonString()));

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
