using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Course.Cli.Tests.Train;

/// <summary><c>course train 12</c> with real ranks over Open MPI.</summary>
public sealed partial class TrainCommandTests : IDisposable
{
    private const double Near = 1e-4;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [MpiFact]
    public void Train_OneTwoAndFourRanks_HaveOneCurve()
    {
        var alone = Losses(1, "--steps", "50");

        Assert.Equal(50, alone.Length);
        Assert.InRange(alone[^1], 0.1, 1.2);   // from 2.3: it has learnt
        foreach (var ranks in (int[])[2, 4])
        {
            Assert.All(Losses(ranks, "--steps", "50").Zip(alone), pair => Assert.Equal(pair.Second, pair.First, Near));
        }
    }

    [MpiFact]
    public void Train_ARankIsKilled_AllEndAndTheCheckpointIsWhole()
    {
        string[] command = ["train", "12", "--tier", "fast", "--ranks", "3", "--steps", "300", "--save-every", "10", "--checkpoint", _scratch.At("killed.checkpoint")];
        using var program = CourseProgram.Start(_scratch.Folder, command);
        Waiting.Until(() => program.Output.Contains("step 20:", StringComparison.Ordinal), () => $"no checkpoint yet; course said: {program.Output}");
        int[] processes = [.. Processes().Matches(program.Output).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(3, processes.Length);
        System.Diagnostics.Process.GetProcessById(processes[1]).Kill();

        Assert.Equal(6, program.WaitForExit());
        Waiting.ForDeath(processes);
        Assert.Contains("rank 1 was killed by signal 9", program.Output, StringComparison.Ordinal);
        Assert.Contains("the same command goes on from there", program.Output, StringComparison.Ordinal);

        var (code, output) = CourseProgram.Run(_scratch.Folder, [.. command, "--losses", _scratch.At("mended.json")]);
        Assert.True(code == 0, output);
        Assert.Matches(@"going on from step \d+0 of 300", output);
        Assert.Equal(Losses(3, "--steps", "300"), Read("mended.json"));
    }

    [MpiFact]
    public void Train_DamagedCheckpoint_NamesTheRankAndWhy()
    {
        File.WriteAllText(_scratch.At("run.checkpoint"), "no checkpoint at all, but long enough to be read as one in full");

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["train", "12", "--tier", "fast", "--steps", "5", "--checkpoint", _scratch.At("run.checkpoint")]);

        Assert.Equal(6, code);
        Assert.Matches(@"course: rank [01]: run\.checkpoint is not a checkpoint", output);
    }

    [MpiFact]
    public void Train_NoSshAndFewSlots_StartsAllTheSame()
    {
        var folder = Directory.CreateDirectory(_scratch.At("bin")).FullName;
        foreach (var name in (string[])["mpirun", "orted"])
        {
            File.CreateSymbolicLink(Path.Combine(folder, name), "/usr/bin/" + name);
        }

        var (code, output) = CourseProgram.Run(
            _scratch.Folder,
            ["train", "12", "--tier", "fast", "--ranks", "6", "--steps", "3", "--checkpoint", _scratch.At("run.checkpoint")],
            ("PATH", folder),
            ("DOTNET_ROOT", Path.GetDirectoryName(Environment.ProcessPath)!));

        Assert.True(code == 0, output);
        Assert.Contains("6 ranks:", output, StringComparison.Ordinal);
    }

    [MpiFact]
    public void Train_Stopped_EndsItsRanksAndSaysWhatIsLeft()
    {
        using var program = CourseProgram.Start(
            _scratch.Folder, ["train", "12", "--tier", "laptop", "--save-every", "5", "--checkpoint", _scratch.At("run.checkpoint")]);
        Waiting.Until(() => program.Output.Contains("step 5:", StringComparison.Ordinal), () => $"no checkpoint yet; course said: {program.Output}");
        int[] processes = [.. Processes().Matches(program.Output).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        program.Terminate();

        Assert.Equal(130, program.WaitForExit());
        Waiting.ForDeath(processes);
        Assert.Contains("stopped. The checkpoint is whole and has step", program.Output, StringComparison.Ordinal);
    }

    [MpiFact]
    public void Train_UnderMpirunItself_IsARankAndTellsTheTerminal()
    {
        var (code, said) = Tool.Run(
            "mpirun",
            ["--allow-run-as-root", "--oversubscribe", "-n", "2", CourseProgram.Executable, "train", "12", "--tier", "fast", "--steps", "3", "--checkpoint", _scratch.At("run.checkpoint")],
            environment: new() { ["OMPI_MCA_plm"] = "isolated", ["OMPI_MCA_btl_vader_single_copy_mechanism"] = "none" });

        Assert.True(code == 0, said);
        Assert.Single(Finished().Matches(said));
    }

    [Fact]
    public void Train_NoMpirun_SaysHowToGetIt()
    {
        var (code, output) = CourseProgram.Run(_scratch.Folder, ["train", "12"], ("PATH", _scratch.Folder), ("DOTNET_ROOT", Path.GetDirectoryName(Environment.ProcessPath)!));

        Assert.Equal(8, code);
        Assert.Contains("apt-get install openmpi-bin", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08")]
    [InlineData("digits")]
    public void Train_AnotherNotebook_SaysWhichThereIs(string notebook)
    {
        var (code, output) = CourseProgram.Run(_scratch.Folder, ["train", notebook]);

        Assert.Equal(2, code);
        Assert.Contains("course train 12", output, StringComparison.Ordinal);
    }

    private double[] Losses(int ranks, params string[] arguments)
    {
        var name = $"losses-{ranks}.json";
        var (code, output) = CourseProgram.Run(
            _scratch.Folder,
            ["train", "12", "--tier", "fast", "--ranks", $"{ranks}", "--restart", "--checkpoint", _scratch.At($"run-{ranks}.checkpoint"), "--losses", _scratch.At(name), .. arguments]);
        Assert.True(code == 0, output);
        return Read(name);
    }

    private double[] Read(string name) => JsonSerializer.Deserialize<double[]>(File.ReadAllText(_scratch.At(name)))!;

    [GeneratedRegex(@"is process (\d+)")]
    private static partial Regex Processes();

    [GeneratedRegex(@"test accuracy")]
    private static partial Regex Finished();
}
