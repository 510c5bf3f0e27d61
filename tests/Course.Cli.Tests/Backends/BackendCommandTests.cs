using System.IO.Compression;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Backends;

public sealed class BackendCommandTests
{
    [Fact]
    public void Backend_NoneChosen_SaysManagedAndWhatTheOthersBring()
    {
        using var course = new PretendCourse();

        var (code, output) = course.Course("backend");

        Assert.Equal(0, code);
        Assert.StartsWith("managed: Course.Torch", output, StringComparison.Ordinal);
        Assert.Contains("TorchSharp-cpu: about 300 MB to download", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Backend_PackagesNotToBeHad_SaysSoInASentenceAndChangesNothing()
    {
        using var course = new PretendCourse();

        var (code, output) = course.Course("backend", "cpu");

        Assert.Equal((int)ExitCode.NotReady, code);
        Assert.Contains("TorchSharp-cpu 0.107.0 cannot be had: none of this machine's package sources has all of it", output, StringComparison.Ordinal);
        Assert.Contains("--source", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed: notebooks still compute with the managed backend.", output, StringComparison.Ordinal);
        Assert.StartsWith("managed", course.Course("backend").Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(course.At("artifacts/backends"), ".new-*"));
    }

    [Fact]
    public void Backend_OfAnotherSource_ServesNotebooksUntilTheManagedOneIsChosenAgain()
    {
        using var course = new PretendCourse();

        var (code, output) = course.Course("backend", "cpu", "--version", PretendCourse.Version, "--source", "../packages");

        Assert.True(code == 0, output);
        Assert.Contains("Tried: 1 + 1 is 2 on pretend:0.", output, StringComparison.Ordinal);
        Assert.StartsWith($"cpu: TorchSharp {PretendCourse.Version}", course.Course("backend").Output, StringComparison.Ordinal);
        Assert.Contains($"[OK]   backend: cpu: TorchSharp {PretendCourse.Version}", course.Course("doctor").Output, StringComparison.Ordinal);
        AssertFeedHasThePackage(course.At("notebooks/feed"));

        // A change that fails leaves what works.
        Assert.Equal((int)ExitCode.NotReady, course.Course("backend", "cpu", "--version", "0.0.1").Code);

        var notebook = course.Notebook("torch", "#r \"nuget: Course, 1.0.0\"\nCourse.Device.Best.ToString()");
        var run = course.Course("run", notebook);
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains($"Backend cpu: TorchSharp {PretendCourse.Version}", run.Output, StringComparison.Ordinal);
        Assert.Contains("pretend:0", File.ReadAllText(course.At("artifacts/notebooks/torch.ipynb")), StringComparison.Ordinal);

        Assert.Equal(0, course.Course("backend", "managed").Code);
        Assert.StartsWith("managed", course.Course("backend").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Backend_UnknownName_IsNotUnderstood()
    {
        using var course = new PretendCourse();

        Assert.Equal((int)ExitCode.Usage, course.Course("backend", "tpu").Code);
    }

    private static void AssertFeedHasThePackage(string feed)
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed, "Course.Cpu.1.0.0.nupkg"));
        using var manifest = new StreamReader(package.GetEntry("Course.Cpu.nuspec")!.Open());

        Assert.NotNull(package.GetEntry("lib/net8.0/Course.dll"));
        Assert.Contains($"<dependency id=\"TorchSharp-cpu\" version=\"{PretendCourse.Version}\" />", manifest.ReadToEnd(), StringComparison.Ordinal);
    }
}
