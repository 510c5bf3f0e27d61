using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Checking;
using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Tests.Notebooks;

public sealed class WordRulesTests : IDisposable
{
    private static readonly WordList Words = new(
    [
        new Word("learning rate", "How far a step goes.", "01") { Code = "lr", RefusedInCode = ["rate"], RefusedInProse = ["step size"] },
        new Word("functional", "Without weights.", "08") { Code = "functional", RefusedInCode = ["F."] },
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("words-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("var rate = 0.1;")]
    [InlineData("void Step(double rate) { }")]
    [InlineData("foreach (var rate in rates) { }")]
    [InlineData("(double rate, int n) Best() => (1, 2);")]
    [InlineData("var (rate, n) = Best();")]
    [InlineData("double rate() => 1;")]
    [InlineData("rates.Select(rate => 2 * rate)")]
    public void Code_ThatGivesARefusedName_IsFound(string code)
    {
        var finding = Assert.Single(Check(CellKind.Code, code));
        Assert.Contains("the name rate stands for learning rate; write lr", finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var lr = 0.1; // the rate")]
    [InlineData("Table.Of(runs, (\"rate\", run => run.Lr))")]
    [InlineData("schedule.rate(3)")]
    [InlineData("var F = 3; bend.F(2)")]
    public void Code_ThatGivesOtherNames_IsFine(string code) => Assert.Empty(Check(CellKind.Code, code));

    [Fact]
    public void Alias_Refused_IsFound() =>
        Assert.Contains("write functional.", Assert.Single(Check(CellKind.Code, "using F = TorchSharp.torch.nn.functional;")).Cure, StringComparison.Ordinal);

    [Theory]
    [InlineData("A larger *step* size, or a larger step size.")]
    [InlineData("## The Step size")]
    [InlineData("| a |\n|---|\n| step size |")]
    [InlineData("Call it with `rate: 0.1`.")]
    [InlineData("Call `F.gelu(x)`; a step size.")]
    [InlineData("```csharp\nvar rate = 1;\n```")]
    public void Prose_WithARefusedWord_IsFound(string markdown) => Assert.NotEmpty(Check(CellKind.Markdown, markdown));

    [Theory]
    [InlineData("At a rate of 0.1 the stepsizes grow.")]
    [InlineData("```\nvar rate = 1;\n```")]
    [InlineData("One step `size` and $rate$.")]
    public void Prose_WithoutOne_IsFine(string markdown) => Assert.Empty(Check(CellKind.Markdown, markdown));

    [Fact]
    public void Word_MissingWhereItIsExplained_IsFound()
    {
        var notebook = NotebookBuilder.Notebook(Path.Combine(_folder, "08-x.ipynb"), "1 + 1");
        Assert.Contains("functional is explained here", Assert.Single(WordRules.Check(notebook, Words)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void HintsAndSolutions_OfTheNotebook_AreChecked()
    {
        var exercises = Path.Combine(_folder, "lib", "Course", "Exercises", "Notebook01");
        Directory.CreateDirectory(exercises);
        Directory.CreateDirectory(Path.Combine(_folder, "notebooks"));
        File.WriteAllText(Path.Combine(exercises, "01-1.solution.cs"), "double F(double rate) => rate;");
        File.WriteAllText(Path.Combine(exercises, "Exercise01_1.cs"), "class E { double rate; string[] Hints => [\"Try a smaller step size.\", \"Write `Step(rate)`.\"]; }");
        var notebook = NotebookBuilder.Notebook(Path.Combine(_folder, "notebooks", "01-x.ipynb"), "1 + 1");

        Assert.Equal(3, WordRules.CheckExercises(notebook, Words).Count());
    }

    [Fact]
    public void List_ThatIsNone_IsNamed()
    {
        File.WriteAllText(Path.Combine(_folder, "words.json"), "[");
        var error = Assert.Throws<NotebookFormatException>(() => WordList.In(_folder));
        Assert.Contains("words.json", error.Message, StringComparison.Ordinal);
        Assert.Empty(WordList.In(Path.GetTempPath()).Words);
    }

    private static IEnumerable<NotebookFinding> Check(CellKind kind, string source)
    {
        var notebook = new NotebookDocument { Path = "/nowhere/03-x.ipynb" };
        notebook.Cells.Add(new NotebookCell { Id = "a", Kind = kind, Source = source });
        return WordRules.Check(notebook, Words);
    }
}
