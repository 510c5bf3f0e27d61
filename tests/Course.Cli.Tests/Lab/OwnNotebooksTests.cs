using System.Text.Json.Nodes;
using Course.Cli.Lab;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Lab;

/// <summary>A learner's copies while the course moves on.</summary>
public sealed class OwnNotebooksTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public OwnNotebooksTests() => Directory.CreateDirectory(_scratch.At("course"));

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Update_FirstTime_CopiesEachNotebookAsItIs()
    {
        Course("a", "1");

        Assert.Empty(Update());

        Assert.Equal(File.ReadAllText(_scratch.At("course/a.ipynb")), File.ReadAllText(_scratch.At("own/a.ipynb")));
    }

    [Fact]
    public void Update_CopyThatWasOnlyRun_GetsTheNewTextAndKeepsWhatSameCellsShowed()
    {
        Course("a", "1", "2");
        Update();
        Change("a", notebook => notebook.Cells.ToList().ForEach(Show));
        Course("a", "1", "2 + 2", "3");

        Assert.Empty(Update());

        var cells = Own("a").Cells;
        Assert.Equal(["1", "2 + 2", "3"], cells.Select(cell => cell.Source));
        Assert.Equal([1, 0, 0], cells.Select(cell => cell.Outputs.Count));
        Assert.Equal(7, cells[0].ExecutionCount);
    }

    [Fact]
    public void Update_CopyThatWasChanged_StaysAndIsNamedOnceTheCourseMovesOn()
    {
        Course("a", "1");
        Update();
        Change("a", notebook => notebook.Cells[0].Source = "mine");

        Assert.Empty(Update());
        Course("a", "2");

        Assert.Equal(["a.ipynb"], Update());
        Assert.Equal("mine", Own("a").Cells[0].Source);
    }

    [Fact]
    public void Update_ChangeTakenBack_FollowsTheCourseAgain()
    {
        Course("a", "1");
        Update();
        Change("a", notebook => notebook.Cells[0].Source = "mine");
        Course("a", "2");
        Update();
        Change("a", notebook => notebook.Cells[0].Source = "1");

        Assert.Empty(Update());

        Assert.Equal("2", Own("a").Cells[0].Source);
    }

    [Fact]
    public void Update_CopiesFromBeforeTheLedger_AreKept()
    {
        Course("a", "1");
        Course("b", "1");
        Directory.CreateDirectory(_scratch.At("own"));
        File.Copy(_scratch.At("course/b.ipynb"), _scratch.At("own/b.ipynb"));
        File.WriteAllText(_scratch.At("own/a.ipynb"), "no notebook at all");

        Assert.Equal(["a.ipynb"], Update());
        Course("b", "2");
        Update();

        Assert.Equal("no notebook at all", File.ReadAllText(_scratch.At("own/a.ipynb")));
        Assert.Equal("2", Own("b").Cells[0].Source);
    }

    [Fact]
    public void Update_LearnersOtherFiles_AreLeftAlone()
    {
        Course("a", "1");
        Directory.CreateDirectory(_scratch.At("own"));
        File.WriteAllText(_scratch.At("own/mine.ipynb"), "mine");

        Update();

        Assert.Equal("mine", File.ReadAllText(_scratch.At("own/mine.ipynb")));
    }

    [Fact]
    public void Update_CourseFileThatIsNoNotebook_IsPassedOver()
    {
        Course("b", "1");
        File.WriteAllText(_scratch.At("course/a.ipynb"), "{");

        Assert.Empty(Update());

        Assert.Equal(["b.ipynb"], Directory.GetFiles(_scratch.At("own"), "*.ipynb").Select(Path.GetFileName));
    }

    private static void Show(NotebookCell cell)
    {
        cell.ExecutionCount = 7;
        cell.Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "said" });
    }

    private IReadOnlyList<string> Update() => new OwnNotebooks(_scratch.At("course"), _scratch.At("own")).Update();

    private void Course(string name, params string[] code) => _scratch.Notebook("course/" + name, code);

    private NotebookDocument Own(string name) => NotebookDocument.Load(_scratch.At($"own/{name}.ipynb"));

    private void Change(string name, Action<NotebookDocument> change)
    {
        var notebook = Own(name);
        change(notebook);
        File.WriteAllText(notebook.Path, notebook.ToJson());
    }
}
