using Course.Cli.Backends;

namespace Course.Cli.Tests.Backends;

public sealed class BackendStoreTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private BackendStore Store => new(new CourseFolders(_scratch.Folder, HasSources: true), _scratch.At("managed"));

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Overrides_NothingChosen_AreTheManagedLibrary() =>
        Assert.Equal(_scratch.At("managed"), Assert.Single(Store.Overrides, pair => pair.Key == "Course").Value);

    [Fact]
    public void Overrides_Built_AnswerToBothNames()
    {
        Accept();
        Store.Choose(TorchBackend.Cpu, "1.2.3");

        Assert.Equal((TorchBackend.Cpu, "1.2.3"), Store.Chosen);
        Assert.Equal(Store.FolderOf(TorchBackend.Cpu), Store.Overrides["Course"]);
        Assert.Equal(Store.FolderOf(TorchBackend.Cpu), Store.Overrides["Course.Cpu"]);
    }

    [Fact]
    public void Accept_OverAnEarlierBuild_LeavesTheNewOneOnly()
    {
        Accept("old.dll");
        Accept("new.dll");

        var left = Directory.GetFiles(Path.Combine(_scratch.Folder, "artifacts"), "*", SearchOption.AllDirectories).Select(Path.GetFileName);

        Assert.Equal(["Course.dll", "new.dll"], left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Remark_LibraryOlderThanTheCourses_SaysThatItIsStale()
    {
        Directory.CreateDirectory(_scratch.At("managed"));
        File.WriteAllText(_scratch.At("managed/Course.dll"), "");
        Accept();
        Store.Choose(TorchBackend.Cpu, "1.2.3");
        Assert.Equal("Backend cpu: TorchSharp 1.2.3", Store.Remark);

        File.SetLastWriteTimeUtc(Path.Combine(Store.FolderOf(TorchBackend.Cpu), "Course.dll"), DateTime.UnixEpoch);

        Assert.Contains("has changed since", Store.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_Unreadable_IsTheManagedOne()
    {
        Store.Choose(TorchBackend.Cpu, "1.2.3");
        File.WriteAllText(Path.Combine(_scratch.Folder, "artifacts", "backends", "chosen"), "tpu\n");

        Assert.Equal(TorchBackend.Managed, Store.Chosen.Backend);
    }

    private void Accept(string more = "more.dll")
    {
        var folder = Store.NewFolder();
        File.WriteAllText(Path.Combine(folder, "Course.dll"), "");
        File.WriteAllText(Path.Combine(folder, more), "");
        Store.Accept(TorchBackend.Cpu, folder);
    }
}
