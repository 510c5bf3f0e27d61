using Course.Kernel.Notebooks;

namespace Course.Notebooks.Tests;

public sealed class CellGraphTests
{
    [Theory]
    [InlineData("a", "1", "a")]
    [InlineData("c", "1 2 3", "a b c")]
    [InlineData("(int a) => a + c", "1 2 3", "parameters hide names")]
    [InlineData("d", "", "a name that no cell declares")]
    public void Below_Names_AreTheCellsThatDeclareThemAndWhatTheseStandOn(string code, string cells, string why) => AssertBelow(
        code, cells, why, "var a = 1;", "int b() => a;", "var c = b();", "var e = 5;");

    [Fact]
    public void Below_LaterMentions_DoNotCount() => AssertBelow("a", "1", "the other uses it, and changes nothing", "var a = 1;", "var b = a + 1;");

    [Theory]
    [InlineData("a = 2;")]
    [InlineData("a += 2;")]
    [InlineData("a++;")]
    [InlineData("var other = 1; (a, other) = (2, 3);")]
    [InlineData("void Set(out int x) { x = 2; } Set(out a);")]
    public void Below_Assigned_NeedsTheCellThatAssigns(string assignment) => AssertBelow("a", "1 2", assignment, "var a = 1;", assignment);

    [Theory]
    [InlineData("a[0] = 2;")]
    [InlineData("a[0]++;")]
    public void Below_ElementAssigned_NeedsTheCellThatAssigns(string assignment) => AssertBelow("a", "1 2", assignment, "var a = new int[1];", assignment);

    [Fact]
    public void Below_Redeclared_NeedsTheNewestAlone() => AssertBelow("a", "2", "the first a is hidden", "var a = 1;", "var a = \"text\";");

    [Fact]
    public void Below_TypesAndMethods_Count() => AssertBelow("new Point(Half(3)).X", "1 3", "a record and a method", "record Point(double X);", "var unused = 1;", "double Half(double x) => x / 2;");

    [Fact]
    public void Below_SetUpCells_AlwaysCount() => AssertBelow(
        "1", "1 2", "usings and directives", "#r \"nuget: Course, 1.0.0\"\nusing Course;", "using System.IO;", "var a = 1;");

    [Fact]
    public void Below_NamesOfTheLibrary_AreKnown() => AssertBelow(
        "birds.Count", "1 2", "var takes its type from the library", "#r \"nuget: Course, 1.0.0\"\nusing Course;", "var birds = Data.Penguins();", "var a = 1;");

    private static void AssertBelow(string code, string cells, string why, params string[] sources)
    {
        var notebook = new NotebookDocument { Path = "a.ipynb" };
        foreach (var (index, source) in sources.Append("exercise").Index())
        {
            notebook.Cells.Add(new NotebookCell { Id = $"{index + 1}", Kind = CellKind.Code, Source = source });
        }

        var below = new CellGraph(notebook).Below(notebook.Cells[^1], code);

        Assert.True(string.Join(' ', below.Select(cell => cell.Id)) == cells, $"{why}: {string.Join(' ', below.Select(cell => cell.Id))}");
    }
}
