using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using static Course.Tests.DataSets.LoopbackServer;

namespace Course.Tests.DataSets;

public sealed class FetcherTests : IDisposable
{
    private const string Chapters = "one\n\ntwo\n\nten\n\nend";

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly byte[] _archive = Archive(("pkg/data/c_10.txt", "ten"), ("pkg/data/c_1.txt", "one"), ("pkg/data/c_2.txt", "two"), ("pkg/data/end.txt", "end"), ("pkg/readme", "no"));

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Fetch_Package_JoinsTheEntriesInNaturalOrder()
    {
        Assert.Equal(Chapters, File.ReadAllText(Store(new FakePackages(_archive)).Fetch("book")));
        Assert.Equal(["book/book.txt"], Files());
    }

    [Fact]
    public void Fetch_Twice_FetchesOnce()
    {
        var packages = new FakePackages(_archive);

        Store(packages).Fetch("book");
        Store(packages).Fetch("book");

        Assert.Equal(1, packages.Count);
    }

    [Fact]
    public void Fetch_NoNpm_TakesTheArchiveOverHttp()
    {
        using var server = new LoopbackServer(_archive, Behaviour.CutInHalf);

        Assert.Equal(Chapters, File.ReadAllText(Store(new FakePackages(null), server.Uri("v1.tar.gz")).Fetch("book")));
        Assert.Equal(["book/book.txt"], Files());
        Assert.Equal(2, server.Ranges.Count);
    }

    [Fact]
    public void Fetch_PackedFileOverHttp_IsReadUnpacked()
    {
        using var server = new LoopbackServer(IdxFileTests.Gzip(Encoding.UTF8.GetBytes(Chapters)));
        var store = Store(new FakePackages(null), server.Uri("book.txt.gz"), path: "book/book.txt.gz");

        Assert.Equal(Chapters, Encoding.UTF8.GetString(store.Read("book", "book/book.txt.gz")));
    }

    [Fact]
    public void Fetch_NoNetwork_SaysWhatToDoAndWhereToPutTheFile()
    {
        var server = new LoopbackServer([]);
        server.Dispose();

        var fault = Assert.Throws<DatasetException>(() => Store(new FakePackages(null), server.Address).Fetch("book")).Message;

        Assert.Contains("npm is not installed; 127.0.0.1: no connection", fault, StringComparison.Ordinal);
        Assert.Contains("Connect to the network and run `Data.Fetch(\"book\")` again", fault, StringComparison.Ordinal);
        Assert.Contains(_folder.Combine("book/book.txt"), fault, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void Fetch_ConnectionBreaks_NextRunContinues()
    {
        using (var server = new LoopbackServer(_archive, Behaviour.CutInHalf, Behaviour.NotFound))
        {
            Assert.Throws<DatasetException>(() => Store(new FakePackages(null), server.Uri("v1.tar.gz")).Fetch("book"));
        }

        Assert.Equal([".partial/book-book.txt.part"], Files());
        using var again = new LoopbackServer(_archive);
        Store(new FakePackages(null), again.Uri("v1.tar.gz")).Fetch("book");

        Assert.Equal([$"Range: bytes={_archive.Length / 2}-"], again.Ranges);
        Assert.Equal(["book/book.txt"], Files());
    }

    [Fact]
    public void Fetch_OtherContent_NamesBothHashesAndKeepsNothing()
    {
        var other = Archive(("pkg/data/c_1.txt", "uno"), ("pkg/data/end.txt", "fin"));
        using var server = new LoopbackServer(other);

        var fault = Assert.Throws<DatasetException>(() => Store(new FakePackages(other), server.Uri("v1.tar.gz")).Fetch("book")).Message;

        Assert.Contains(Hash("uno\n\nfin"), fault, StringComparison.Ordinal);
        Assert.Contains(Hash(Chapters), fault, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    public static TheoryData<string, byte[]> BadArchives => new()
    {
        { "not a gzip file", [.. Enumerable.Repeat((byte)'x', 2000)] },
        { "cut", Archive(("pkg/data/c_1.txt", new string('a', 15)))[..60] },
        { "no such entry", Archive(("pkg/data/c_1.txt", "one")) },
        { "too large", Archive(("pkg/data/c_1.txt", new string('a', 1_000_000))) },
        { "empty", [] },
    };

    [Theory]
    [MemberData(nameof(BadArchives))]
    public void Fetch_BadArchive_IsNamedAndDeleted(string what, byte[] archive)
    {
        using var server = new LoopbackServer(archive);

        var fault = Assert.Throws<DatasetException>(() => Store(new FakePackages(archive), server.Uri("v1.tar.gz")).Fetch("book")).Message;

        Assert.True(fault.Contains("damaged", StringComparison.Ordinal) || fault.Contains("could not be fetched", StringComparison.Ordinal), $"{what}: {fault}");
        Assert.DoesNotContain("book/book.txt", Files());
    }

    [Fact]
    public void Fetch_CacheFolderCannotBeMade_SaysWhichVariableToSet()
    {
        _folder.Write("file", []);

        var fault = Assert.Throws<DatasetException>(() => Store(new FakePackages(_archive), cache: _folder.Combine("file")).Fetch("book")).Message;

        Assert.Contains("COURSE_CACHE", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/c_1.txt", "data/c_*.txt", true)]
    [InlineData("data/c_.txt", "data/c_*.txt", true)]
    [InlineData("data/c_1.json", "data/c_*.txt", false)]
    [InlineData("data/c_1/x.txt", "data/c_*.txt", false)]
    [InlineData("data/end.txt", "data/end.txt", true)]
    [InlineData("more/data/end.txt", "data/end.txt", false)]
    [InlineData("a.txt", "aa*.txt", false)]
    public void Matches_Pattern_TakesOneStar(string name, string pattern, bool expected) =>
        Assert.Equal(expected, TarContent.Matches(name, pattern));

    internal static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var tar = new TarWriter(content, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return IdxFileTests.Gzip(content.ToArray());
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    private DataStore Store(FakePackages packages, Uri? https = null, string path = "book/book.txt", string? cache = null)
    {
        var file = new DatasetFile(path, Chapters.Length, Hash(Chapters), "book@1.0.0", https ?? new("http://127.0.0.1:9/"), ["data/c_*.txt", "data/end.txt"], "\n\n");
        var manifest = new Manifest([new DatasetInfo("book", false, "a book", "none", "nobody", [file])]);
        var fetcher = new Fetcher(packages, new HttpsFile(_client, TimeSpan.FromMinutes(1)), new Progress<FetchProgress>());
        return new DataStore(manifest, new DataFolders(null, cache ?? _folder.Path), fetcher);
    }

    private string[] Files() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file)).Order()];

    private sealed class FakePackages(byte[]? archive) : IPackageSource
    {
        public int Count { get; private set; }

        public string Pack(string package, string folder)
        {
            Count++;
            var path = Path.Combine(folder, "package.tgz");
            File.WriteAllBytes(path, archive ?? throw new SourceException("npm is not installed"));
            return path;
        }
    }
}
