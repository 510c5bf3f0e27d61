using Course.Kernel.Packages;

namespace Course.Kernel.Tests.Packages;

public sealed class NuGetConfigTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("course-config-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void SourcesFrom_BelowTheCoursesOwnFile_StartsAboveIt()
    {
        var notebooks = Configure("""<clear /><add key="course" value="feed" />""");

        Assert.Equal(_root, NuGetConfig.SourcesFrom(notebooks));
    }

    [Theory]
    [InlineData("""<clear /><add key="mine" value="vendored" />""")]
    [InlineData("""<clear /><add key="course" value="feed" /><add key="mine" value="vendored" />""")]
    [InlineData("")]
    public void SourcesFrom_BelowALearnersOwnFile_KeepsToIt(string sources)
    {
        var notebooks = Configure(sources);

        Assert.Equal(notebooks, NuGetConfig.SourcesFrom(notebooks));
    }

    [Fact]
    public void SourcesFrom_TheCoursesNotebooks_IsTheCheckout()
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(checkout!.FullName, "Course.sln")))
        {
            checkout = checkout.Parent;
        }

        Assert.Equal(checkout.FullName, NuGetConfig.SourcesFrom(Path.Combine(checkout.FullName, "notebooks")));
    }

    private string Configure(string sources)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "notebooks")).FullName;
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"<configuration><packageSources>{sources}</packageSources></configuration>");
        return folder;
    }
}
