using System.Text.Json.Nodes;
using Course.Interactive.Tests.Host;

namespace Course.Interactive.Tests;

/// <summary>The course's notebooks in the real .NET Interactive, with the library from the folder feed, at the fast tier.</summary>
[Collection(PackedCourse.Collection)]
public sealed class NotebookTests(PackedCourse course)
{
    /// <summary>Set to <c>all</c>: every notebook, some 20 processor seconds each. Else those whose charts grow while they train.</summary>
    private const string Variable = "COURSE_INTERACTIVE";

    private static readonly string[] Live = ["04", "08", "16"];

    /// <summary>File names.</summary>
    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileName(file)!)
            .Where(name => Live.Contains(name[..2]) || Environment.GetEnvironmentVariable(Variable) == "all").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Run_InDotNetInteractive_ShowsEverythingInPlace(string notebook)
    {
        var run = course.Run(notebook);

        Assert.NotEmpty(run.Cells);
        Assert.All(run.Cells, cell => Assert.True(cell.Error is null || IsPlotlyNet(cell), $"cell {cell.Id}: {cell.Error}"));
        Assert.All(run.Reports.Select(report => JsonNode.Parse(report)!).Where(report => report["ok"] is not null), AssertWithin);
        Assert.NotEmpty(Charts(run));
        Assert.All(Charts(run), chart => Assert.Contains("data:image/svg+xml;base64,", chart.Html, StringComparison.Ordinal));
        Assert.All(run.Cells, AssertUpdatesReplace);
        Assert.True(!Live.Contains(notebook[..2]) || Charts(run).Any(chart => chart.Kind == CellOutput.Updated), "no chart grew");
    }

    // It needs a newer FSharp.Core than the engine has (or cannot be fetched); the cells after it must not notice.
    private static bool IsPlotlyNet(CellRun cell) => cell.IsOptional && (cell.Error!.Contains("FSharp.Core", StringComparison.Ordinal) || cell.Error.Contains("Plotly.NET", StringComparison.Ordinal));

    private static void AssertWithin(JsonNode report) => Assert.True((bool)report["ok"]!, $"missed: {report.ToJsonString()}");

    // An update under an id that was never shown is lost in Jupyter, and a second output in VS Code.
    private static void AssertUpdatesReplace(CellRun cell)
    {
        var shown = cell.Outputs.Where(output => output.Kind == CellOutput.Produced).Select(output => output.DisplayId).ToHashSet();
        Assert.All(cell.Outputs.Where(output => output.Kind == CellOutput.Updated), update => Assert.Contains(update.DisplayId, shown));
    }

    private static List<CellOutput> Charts(NotebookRun run) =>
        [.. run.Cells.SelectMany(cell => cell.Outputs).Where(output => output.Html?.Contains("class=\"course-chart\"", StringComparison.Ordinal) == true)];
}
