namespace Course.Tests.DataSets;

public sealed class DataFoldersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_DeepBelowTheRepository_GoesUpward()
    {
        _folder.Write("datasets/manifest.json", []);
        var deep = Directory.CreateDirectory(_folder.Combine("notebooks/a/b")).FullName;

        Assert.Equal(_folder.Combine("datasets"), DataFolders.Find(_ => null, deep, "/home").Committed);
    }

    [Fact]
    public void Find_FolderWithoutManifest_IsNotOurs()
    {
        Directory.CreateDirectory(_folder.Combine("datasets"));

        Assert.NotEqual(_folder.Combine("datasets"), DataFolders.Find(_ => null, _folder.Path, "/home").Committed);
    }

    [Fact]
    public void Find_Variable_WinsOverTheFolderAround()
    {
        _folder.Write("datasets/manifest.json", []);
        var other = Directory.CreateDirectory(_folder.Combine("elsewhere")).FullName;

        Assert.Equal(other, DataFolders.Find(name => name == "COURSE_DATA" ? other : null, _folder.Path, "/home").Committed);
    }

    [Fact]
    public void Find_Cache_IsBelowTheUsersFolderUnlessNamed()
    {
        Assert.Equal(Path.Combine("/home", "data"), DataFolders.Find(_ => null, _folder.Path, "/home").Cache);
        Assert.Equal(_folder.Path, DataFolders.Find(name => name == "COURSE_CACHE" ? _folder.Path : null, _folder.Path, "/home").Cache);
    }

    [Fact]
    public void Find_VariableWithoutFolder_SaysWhatToSet() =>
        Assert.Contains(
            "COURSE_DATA is set to '/no/such/folder'",
            Assert.Throws<DatasetException>(() => DataFolders.Find(_ => "/no/such/folder", _folder.Path, "/home")).Message,
            StringComparison.Ordinal);
}
