using System.Security.Cryptography;

namespace Course.Tests.DataSets;

public sealed class DataStoreTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_CommittedAndCached_TakesTheCommitted()
    {
        Save("repo", Content);
        Save("cache", [1, 2, 3]);

        Assert.Equal(Content, Store().Read("d", "d/f.gz"));
    }

    [Fact]
    public void Read_OtherHash_NamesFileBothHashesAndCure()
    {
        var path = Save("repo", [.. Content[..^1], 99]);

        var fault = Fault();

        Assert.StartsWith(path, fault, StringComparison.Ordinal);
        Assert.Contains(Hash([.. Content[..^1], 99]), fault, StringComparison.Ordinal);
        Assert.Contains(Hash(Content), fault, StringComparison.Ordinal);
        Assert.Contains("git checkout -- datasets/d/f.gz", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedCommittedFile_IsNotDeleted()
    {
        var path = Save("repo", [9]);

        Assert.Contains("truncated: 1 bytes of content, expected 1,000", Fault(), StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Read_DamagedCachedFile_IsDeletedAndSaysSo()
    {
        var path = Save("cache", [.. Content, 1]);

        var fault = Fault();

        Assert.Contains("too long", fault, StringComparison.Ordinal);
        Assert.Contains("was deleted", fault, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData(0, "it is empty")]
    [InlineData(1, "it starts with 1F")]
    public void Read_AlmostNothing_IsNotGzip(int length, string fault)
    {
        _folder.Write("repo/d/f.gz", IdxFileTests.Gzip(Content)[..length]);

        Assert.Contains(fault, Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnpackedFileUnderAPackedName_ShowsItsFirstBytes()
    {
        _folder.Write("repo/d/f.gz", "<html>"u8.ToArray());

        Assert.Contains("it starts with 3C68, expected 1F8B", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedPacking_SaysDamaged()
    {
        var packed = IdxFileTests.Gzip(Content);
        packed[30] ^= 0xFF;
        _folder.Write("repo/d/f.gz", packed);

        Assert.Contains("d/f.gz is damaged", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutPacking_SaysTruncated()
    {
        _folder.Write("repo/d/f.gz", IdxFileTests.Gzip(Content)[..^200]);

        Assert.Matches("truncated|damaged", Fault());
    }

    [Fact]
    public async Task Read_MissingFileFromSeveralThreads_IsFetchedOnce()
    {
        const int Readers = 4;
        using var ready = new CountdownEvent(Readers);
        var fetcher = new SlowFetcher(ready, () => Save("cache", Content));
        var store = Store(fetcher);

        var read = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                ready.Signal();
                return store.Read("d", "d/f.gz");
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.All(read, content => Assert.Equal(Content, content));
        Assert.Equal(1, fetcher.Calls);
    }

    private DataStore Store(IFetcher? fetcher = null)
    {
        var file = new DatasetFile("d/f.gz", Content.Length, Hash(Content), "d@1", new("http://127.0.0.1:9/"), ["f"], null);
        return new(
            new Manifest([new("d", true, "", "", "", [file])]),
            new DataFolders(_folder.Combine("repo"), _folder.Combine("cache")),
            fetcher ?? new Fetcher(new NpmPack("no-such-program"), new HttpsFile(new HttpClient(), TimeSpan.FromSeconds(5)), new Progress<FetchProgress>()));
    }

    private string Fault() => Assert.Throws<DatasetException>(() => Store().Read("d", "d/f.gz")).Message;

    private string Save(string folder, byte[] content) => _folder.Write($"{folder}/d/f.gz", IdxFileTests.Gzip(content));

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();

    /// <summary>Brings the file once all readers are on their way.</summary>
    private sealed class SlowFetcher(CountdownEvent ready, Action bring) : IFetcher
    {
        private int _calls;

        public int Calls => _calls;

        public void Fetch(DatasetInfo dataset, string cache, Func<DatasetFile, bool> isWanted)
        {
            Interlocked.Increment(ref _calls);
            ready.Wait();
            bring();
        }
    }
}
