using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Backends;

/// <summary>The course's notebooks on the real TorchSharp, at the fast tier: every cell, every figure in the range of Course.Torch.</summary>
[Collection(RealCourse.Collection)]
public sealed class TorchSharpNotebookTests(RealCourse course)
{
    /// <summary>Set to <c>all</c>: every notebook that names TorchSharp. Else those that take half a minute at most (16 takes two, on two busy cores).</summary>
    private const string Variable = "COURSE_TORCHSHARP";

    private static readonly string[] Quick = ["06", "07", "08", "15"];

    /// <summary>File names.</summary>
    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Path.Combine(CourseProgram.Root, "notebooks"), "*.ipynb").Where(UsesTorch).Select(file => Path.GetFileName(file)!)
            .Where(name => Quick.Contains(name[..2]) || Environment.GetEnvironmentVariable(Variable) == "all").Order(StringComparer.Ordinal)];

    [TorchSharpTheory]
    [MemberData(nameof(Notebooks))]
    public void Run_OnTheRealTorchSharp_KeepsItsFigures(string notebook)
    {
        var run = course.RunNotebook(notebook); // a failed cell or a missed figure is an exit code

        Assert.NotEmpty(run.Headlines);
        Assert.Equal(CodeCells(notebook), run.Cells.Count);
    }

    private static int CodeCells(string notebook) =>
        NotebookDocument.Load(Path.Combine(CourseProgram.Root, "notebooks", notebook)).Cells.Count(cell => cell.Kind == CellKind.Code);

    private static bool UsesTorch(string file) =>
        NotebookDocument.Load(file).Cells.Any(cell => cell.Kind == CellKind.Code && cell.Source.Contains("TorchSharp", StringComparison.Ordinal));
}
