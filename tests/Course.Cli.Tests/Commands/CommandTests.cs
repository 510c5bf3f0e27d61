using System.IO.Compression;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Commands;

public sealed class CommandTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("run --teir fast", "--tier")]
    [InlineData("run --tier fsat", "fast")]
    [InlineData("run 01-a-nueron", "01-a-neuron")]
    [InlineData("run --jobs 0", "at least 1")]
    [InlineData("run --timeout -3", "above 0")]
    [InlineData("data", "Required command")]
    public void Course_MistypedWords_SuggestsAndExitsAsUsage(string line, string suggestion)
    {
        checkout.Add("01-a-neuron");

        var (code, output) = checkout.Course(line.Split(' '));

        Assert.Equal((int)ExitCode.Usage, code);
        Assert.Contains(suggestion, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_OfEachCommand_IsThere()
    {
        var commands = CommandLine.Create().Subcommands.SelectMany(command => command.Subcommands.Append(command));

        Assert.All(commands, command => Assert.NotEmpty(command.Description!));
        Assert.Contains("Execute notebooks", checkout.Course("--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FromASubfolder_WritesExecutedCopySiteReportAndFeed()
    {
        checkout.Add("01-a-neuron", "Data.Penguins().Count");

        var (code, output) = checkout.Course("run", "01");

        Assert.True(code == 0, output);
        var artifacts = Path.Combine(checkout.Root, "artifacts");
        var run = Assert.Single(RunReport.Read(Path.Combine(artifacts, "report.json")).Notebooks);
        Assert.Equal(("01-a-neuron", RunStatus.Ok, 2), (run.Name, run.Status, run.Cells.Count));
        Assert.Contains("342", File.ReadAllText(run.Output!), StringComparison.Ordinal);
        Assert.Contains("01-a-neuron", File.ReadAllText(Path.Combine(artifacts, "site", "index.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(checkout.Notebooks, "feed", "Course.1.0.0.nupkg")));
        Assert.False(Directory.Exists(Path.Combine(checkout.Root, "home")), "a run must not touch the learner's progress");
        Assert.Contains(Path.Combine("artifacts", "site", "index.html"), output, StringComparison.Ordinal);
        NbFormat.AssertValid([run.Output!]);
    }

    [Fact]
    public void Pack_Checkout_RestoresWithoutANetwork()
    {
        var (code, output) = checkout.Course("pack");

        Assert.True(code == 0, output);
        using var package = ZipFile.OpenRead(Path.Combine(checkout.Notebooks, "feed", "Course.1.0.0.nupkg"));
        var files = package.Entries.Select(entry => entry.FullName).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "Course.nuspec", "lib/net8.0/Course.dll", "lib/net8.0/Course.xml", "lib/net8.0/Course.Torch.dll", "lib/net8.0/System.Numerics.Tensors.dll" },
            files);
        Assert.DoesNotContain(files, file => file.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_BrokenRule_NamesFileCellRuleAndCure()
    {
        var path = checkout.Add("02-wide", "//" + new string('x', 100));
        File.WriteAllText(path, File.ReadAllText(path).Replace("Notebook.Open(\\\"01\\\")", "Notebook.Open(\\\"02\\\")", StringComparison.Ordinal));

        var (code, output) = checkout.Course("check", "02");
        File.Delete(path);

        Assert.Equal((int)ExitCode.BadNotebook, code);
        Assert.Contains("02-wide.ipynb, cell 4 (cell-4): width: line 1 has 102 columns; break it at 90", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NotebooksOfTheCourse_FindsNothing()
    {
        var (code, output) = CourseProgram.Run(CourseProgram.Root, ["check"]);

        Assert.True(code == 0, output);
    }

    [Fact]
    public void Doctor_DevelopersMachine_IsReady()
    {
        var (code, output) = checkout.Course("doctor");

        Assert.True(code == 0, output);
        Assert.Contains("[OK]   data mnist: 55.0 MB", output, StringComparison.Ordinal);
        Assert.EndsWith("Ready.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_MissingData_FailsWithTheCure()
    {
        var empty = Directory.CreateDirectory(Path.Combine(checkout.Root, "empty")).FullName;

        var (code, output) = CourseProgram.Run(checkout.Root, ["doctor"], ("COURSE_DATA", empty));

        Assert.Equal((int)ExitCode.NotReady, code);
        Assert.Contains("[FAIL] data penguins: ", output, StringComparison.Ordinal);
        Assert.Contains("git checkout datasets", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", (int)ExitCode.Ok, "cmudict")]
    [InlineData("verify", (int)ExitCode.Ok, "penguins/penguins.json")]
    [InlineData("fetch nothing", (int)ExitCode.MissingData, "nothing")]
    public void Data_ThroughTheLibrary_Answers(string line, int code, string word)
    {
        var answer = checkout.Course(["data", .. line.Split(' ')]);

        Assert.True(answer.Code == code, answer.Output);
        Assert.Contains(word, answer.Output, StringComparison.Ordinal);
    }
}
