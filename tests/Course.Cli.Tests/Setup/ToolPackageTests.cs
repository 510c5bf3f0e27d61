using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Course.Cli.Tests.Setup;

/// <summary>The command as a .NET tool: packed, installed for a user who has no checkout, and given to that user's Jupyter.</summary>
public sealed class ToolPackageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void Tool_InstalledFromAFeed_RunsANotebookOfOnesOwn()
    {
        using var scratch = new Scratch();
        Run(scratch, "bash", Path.Combine(CourseProgram.Root, ".ci", "pack"), scratch.At("feed"), "--no-build");
        Assert.All(Directory.GetFiles(scratch.At("feed")), AssertDescribed);
        using (var tool = ZipFile.OpenRead(scratch.At("feed/Course.Cli.1.0.0.nupkg")))
        {
            Assert.NotNull(tool.GetEntry("tools/net10.0/any/serve/Course.Serve.dll")); // what `course serve` starts
        }

        File.WriteAllText(scratch.At("NuGet.config"), """<configuration><packageSources><add key="feed" value="feed" /></packageSources></configuration>""");
        Run(scratch, "dotnet", "tool", "install", "Course.Cli", "--version", "1.0.0", "--tool-path", scratch.At("tools"));
        var notebook = scratch.Notebook("mine", "#r \"nuget: Course.Torch, 1.0.0\"\nusing static TorchSharp.torch;\narange(3).sum().item<long>()");

        Run(scratch, scratch.At("tools/course"), "kernel", "install");
        Run(scratch, scratch.At("tools/course"), "run", notebook, "--out", scratch.Out);
        Run(scratch, "/usr/bin/python3", "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=.net-csharp", "--output-dir", scratch.At("jupyter"), notebook);

        Assert.Equal("3", scratch.Said("mine", 0));
        Assert.Contains("3", JsonNode.Parse(File.ReadAllText(scratch.At("jupyter/mine.ipynb")))!["cells"]![0]!["outputs"]![0]!["data"]!["text/plain"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(scratch.Out, "site", "mine.html")));
    }

    // What a gallery shows, and where the sources are.
    private static void AssertDescribed(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        using var manifest = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XDocument.Load(manifest).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("README.md, logo-64x64.png, MIT", $"{Value("readme")}, {Value("icon")}, {Value("license")}");
        Assert.NotEqual("Package Description", Value("description"));
        Assert.All(["README.md", "logo-64x64.png"], name => Assert.NotNull(archive.GetEntry(name)));
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";

    private static void Run(Scratch scratch, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = scratch.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = scratch.At("home");
        start.Environment["DOTNET_CLI_HOME"] = scratch.At("home");
        start.Environment["CONFIGURATION"] = Configuration; // of what .ci/pack packs
        foreach (var inherited in new[] { "COURSE_HOME", "JUPYTER_DATA_DIR", "XDG_DATA_HOME", "VIRTUAL_ENV", "CONDA_PREFIX" })
        {
            start.Environment.Remove(inherited);
        }

        Directory.CreateDirectory(scratch.At("home"));
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{string.Join('\n', said.GetAwaiter().GetResult())}");
    }
}
