namespace Course.Tests.Notebook;

[Collection(LearnerState.Name)]
public sealed class NotebookTests : IDisposable
{
    private readonly LearnerState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public void Open_FreshLearner_ShowsTitleTierBackendAndProgress()
    {
        Tier.Use("fast");

        var text = Course.Notebook.Open("00").ToString();

        Assert.Equal(
            "› notebook 00: Start here\n  tier      fast\n  backend   Course.Torch (managed C#)\n  progress  0 of 2 checks", text);
    }

    [Fact]
    public void Open_SolvedExercise_IsCounted()
    {
        LearnerProgress.MarkSolved("00-1");

        Assert.Contains("1 of 2 checks", Course.Notebook.Open("00").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnknownId_NamesTheRange()
    {
        var e = Assert.Throws<ArgumentException>(() => Course.Notebook.Open("1"));

        Assert.Contains("the ids are 00 to 19", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_KernelSlot_IsUsedAndUpdates()
    {
        var shown = new List<object>();
        AppContext.SetData(KernelSlots.DisplaySlot, (Func<object, Action<object>>)(value => { shown.Add(value); return shown.Add; }));

        Course.Notebook.Show("a").Update("b");

        Assert.True(Course.Notebook.CanUpdate);
        Assert.Equal(["a", "b"], shown);
    }

    [Fact]
    public void Map_Chapters_ListsAllTwenty()
    {
        var text = Course.Notebook.Map().ToString();

        Assert.Contains("00 · Start here", text, StringComparison.Ordinal);
        Assert.Contains("19 · Save, export, ship", text, StringComparison.Ordinal);
        Assert.Equal(20, System.Text.RegularExpressions.Regex.Count(text, @"\b\d\d · ")); // long rows are wrapped
    }

    [Fact]
    public void Map_Chapters_HaveANotebookEach()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Checkout.Root, "notebooks"), "*.ipynb").Select(file => Path.GetFileName(file)[..2]);

        Assert.Equal(files.Order(StringComparer.Ordinal), Chapter.All.Select(chapter => chapter.Id));
    }
}
