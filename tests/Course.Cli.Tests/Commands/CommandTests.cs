using System.IO.Compression;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Commands;

public sealed class CommandTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Theory]
    [InlineData("rnu", "did you mean run?")]
    [InlineData("run --teir fast", "did you mean --tier?")]
    [InlineData("run --tier fsat", "fast")]
    [InlineData("run 01-a-nueron", "did you mean 01-a-neuron")]
    [InlineData("run --jobs 0", "--jobs 0: a whole number of at least 1")]
    [InlineData("run --jobs abc", "--jobs abc: a whole number of at least 1")]
    [InlineData("run --timeout -3", "--timeout -3: a number of seconds above 0")]
    [InlineData("run --timeout abc", "--timeout abc: a number of seconds above 0")]
    [InlineData("run --timeout NaN", "--timeout NaN: a number of seconds above 0")]
    [InlineData("run --timeout", "--timeout")]
    [InlineData("grade", "course grade wants a folder")]
    [InlineData("grade class --memory 0", "--memory 0: a whole number of at least 1")]
    [InlineData("grade class", "no notebooks of the course to compare with")]
    [InlineData("lab --port abc", "--port abc: a number from 1 to 65535")]
    [InlineData("lab --port 65536", "--port 65536: a number from 1 to 65535")]
    [InlineData("bench everything", "'torch'")]
    [InlineData("backend tpu", "'managed'")]
    [InlineData("data", "list, fetch, verify")]
    [InlineData("data fetch", "name")]
    [InlineData("run 1", "did you mean 01 (01-a-neuron)?")]
    [InlineData("run 07", "notebook 07 (Initialisation) is planned and not there yet; there are 01")]
    [InlineData("run 99", "there is no notebook 99; there are 01")]
    [InlineData("run ../../Course.sln", "is no notebook: a file that ends in .ipynb is wanted")]
    [InlineData("check ../../Course.sln", "is no notebook")]
    public void Course_MistypedWords_SuggestsInOneLineAndExitsAsUsage(string line, string suggestion)
    {
        checkout.Add("01-a-neuron");

        var (code, output) = checkout.Course(line.Split(' '));

        Assert.True(code == (int)ExitCode.Usage, output);
        Assert.Contains(suggestion, output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Course_WithoutWords_ShowsItsCommands() => Assert.Contains("Execute notebooks", checkout.Course().Output, StringComparison.Ordinal);

    [Fact]
    public void Run_NoNotebook_LeavesTheReport()
    {
        var report = Path.Combine(checkout.Root, "artifacts", "report.json");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        var before = File.Exists(report) ? File.ReadAllText(report) : "";
        File.WriteAllText(report, "earlier");

        checkout.Course("run", "../../Course.sln");

        Assert.Equal("earlier", File.ReadAllText(report));
        File.WriteAllText(report, before);
    }

    [Theory]
    [InlineData("run", "<browser|fast|laptop|full>")]
    [InlineData("backend", "<managed|cpu|cuda>")]
    [InlineData("bench", "<torch|kernel|session|serve>")]
    public void Help_Choices_KeepTheirOrder(string command, string choices) =>
        Assert.Contains(choices, checkout.Course(command, "--help").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_ByDefault_RunsTwoAtATime() =>
        Assert.Contains($"default: {Math.Min(2, Environment.ProcessorCount)}", checkout.Course("run", "--help").Output, StringComparison.Ordinal);

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
            new HashSet<string> { "Course.nuspec", "lib/net8.0/Course.dll", "lib/net8.0/Course.xml", "lib/net8.0/Course.Torch.dll", "lib/net8.0/System.Numerics.Tensors.dll", "lib/net8.0/StbImageSharp.dll", "lib/net8.0/StbImageWriteSharp.dll" },
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
        Assert.EndsWith("1 notebook checked, 1 finding.", output.TrimEnd(), StringComparison.Ordinal);
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
    [InlineData("verify names", (int)ExitCode.Ok, "names/girls.txt")]
    [InlineData("verify nothing", (int)ExitCode.MissingData, "nothing")]
    [InlineData("fetch mnist", (int)ExitCode.Ok, "mnist: part of the repository, nothing to fetch")]
    [InlineData("fetch nothing", (int)ExitCode.MissingData, "nothing")]
    public void Data_ThroughTheLibrary_Answers(string line, int code, string word)
    {
        var answer = checkout.Course(["data", .. line.Split(' ')]);

        Assert.True(answer.Code == code, answer.Output);
        Assert.Contains(word, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_Listed_Fits80Columns() => Assert.All(checkout.Course("data", "list").Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
}
