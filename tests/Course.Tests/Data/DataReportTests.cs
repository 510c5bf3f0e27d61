namespace Course.Tests.DataSets;

public sealed class DataReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_Repository_SaysWhereEachSetIs()
    {
        var lines = new DataReport(Repository()).List().ToString().Split('\n');

        Assert.Contains(" repository ", lines.Single(line => line.StartsWith("mnist", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(" on demand ", lines.Single(line => line.StartsWith("moby-dick", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_Repository_FindsEveryCommittedFileRight()
    {
        var text = new DataReport(Repository()).Verify().ToString();

        Assert.Equal(8, text.Split('\n').Count(line => line.EndsWith("right", StringComparison.Ordinal)));
    }

    [Fact]
    public void List_OnATerminal_Fits80Columns() =>
        Assert.All(new DataReport(Repository()).List().ToString().Split('\n'), line => Assert.InRange(line.Length, 1, 80));

    [Fact]
    public void Verify_OneSet_LooksAtItAlone()
    {
        var lines = new DataReport(Repository()).Verify("names").ToString().Split('\n');

        Assert.Equal(["names/girls.txt", "names/boys.txt"], lines[1..].Select(line => line.Split(' ')[0]));
        Assert.Contains("penguins", Assert.Throws<DatasetException>(() => new DataReport(Repository()).Verify("nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NothingThere_NamesEveryMissingFile()
    {
        var store = new DataStore(Manifest.Embedded, new DataFolders(null, _folder.Path), new ForbiddenFetcher());

        var fault = Assert.Throws<DatasetException>(() => new DataReport(store).Verify()).Message;

        Assert.Equal(8, fault.Split('\n').Length);
        Assert.Contains("names/girls.txt is missing", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OneFileDamaged_NamesThatFile()
    {
        var committed = Repository().Folders.Committed!;
        foreach (var file in Manifest.Embedded.Datasets.Where(dataset => dataset.Committed).SelectMany(dataset => dataset.Files))
        {
            _folder.Write(file.Path, File.ReadAllBytes(Path.Combine(committed, file.Path)));
        }

        _folder.Write("names/girls.txt", "Ada\n"u8.ToArray());
        var store = new DataStore(Manifest.Embedded, new DataFolders(_folder.Path, _folder.Combine("cache")), new ForbiddenFetcher());

        var fault = Assert.Throws<DatasetException>(() => new DataReport(store).Verify()).Message;

        Assert.StartsWith(_folder.Combine("names/girls.txt") + " is truncated: 4 bytes", fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    private DataStore Repository() => new(
        Manifest.Embedded, DataFolders.Find(_ => null, AppContext.BaseDirectory, _folder.Path), new ForbiddenFetcher());
}
