using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class LinkResolverTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("course-links-").FullName;
    private readonly LinkResolver _links;

    public LinkResolverTests()
    {
        Put("notebooks/notes.txt");
        Put("notebooks/a picture.png");
        Put("datasets/mnist/README.md");
        Put(".git/config");
        _links = new LinkResolver(Path.Combine(_root, "notebooks"), new Dictionary<string, string> { ["02-b.ipynb"] = "02-b.html" });
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("02-b.ipynb", "02-b.html")]
    [InlineData("./02-b.ipynb#A-Heading-here", "02-b.html#a-heading-here")]
    [InlineData("#Being-wrong,-in-one-number", "#being-wrong-in-one-number")]
    [InlineData("notes.txt", "files/notebooks/notes.txt")]
    [InlineData("../datasets/mnist/README.md", "files/datasets/mnist/README.md")]
    [InlineData("https://example.org/a?b#c", "https://example.org/a?b#c")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    public void Link_ThatLeadsSomewhere_IsKeptOrRewritten(string url, string expected) => Assert.Equal(expected, _links.Link(url));

    [Theory]
    [InlineData("03-none.ipynb")]
    [InlineData("missing.txt")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.org/x")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../../../../../etc/passwd")]
    [InlineData("../.git/config")]
    [InlineData("..")]
    [InlineData("a%00b.txt")]
    public void Link_ThatLeadsNowhereOrOut_IsRefused(string url) => Assert.Null(_links.Link(url));

    [Theory]
    [InlineData("a%20picture.png", "files/notebooks/a%20picture.png")]
    [InlineData("data:image/png;base64,AAAA", "data:image/png;base64,AAAA")]
    [InlineData("https://example.org/x.png", null)]
    [InlineData("//example.org/x.png", null)]
    [InlineData("none.png", null)]
    public void Image_FromElsewhere_IsNeverFetched(string url, string? expected) => Assert.Equal(expected, _links.Image(url));

    [Fact]
    public void Files_AfterLinks_AreThoseToCopy()
    {
        _links.Link("notes.txt");
        _links.Link("notes.txt#part");
        _links.Image("a%20picture.png");
        Assert.Equal(["files/notebooks/a picture.png", "files/notebooks/notes.txt"], _links.Files.Keys);
    }

    private void Put(string path)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "x");
    }
}
