using Course.Kernel.Running;

namespace Course.Cli.Tests.Faults;

public sealed class BadPlaceTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Run_OutputFolderCannotBeMade_SaysSoBeforeRunning()
    {
        _scratch.Notebook("a", $"System.IO.File.WriteAllText(@\"{_scratch.At("ran")}\", \"\");");

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["run", "a.ipynb", "--out", "/proc/course-out"]);

        Assert.Equal((int)ExitCode.OutputFailed, code);
        Assert.Contains("/proc/course-out cannot be made or written", output, StringComparison.Ordinal);
        Assert.Contains("--out", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch.At("ran")));
    }

    [Fact]
    public void Run_DiskFull_SaysSoAndKeepsTheOldCopy()
    {
        using var disk = SmallDisk.Create(kilobytes: 64);
        var copy = Path.Combine(disk.Folder, "notebooks", "a.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        const string Earlier = """{"cells": [], "metadata": {"earlier": "run"}, "nbformat": 4, "nbformat_minor": 5}""";
        File.WriteAllText(copy, Earlier);
        _scratch.Notebook("a", "Console.WriteLine(new string('x', 200_000));");

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["run", "a.ipynb", "--out", disk.Folder]);

        Assert.Equal((int)ExitCode.OutputFailed, code);
        Assert.Contains($"{copy} cannot be written", output, StringComparison.Ordinal);
        Assert.Equal(Earlier, File.ReadAllText(copy));
        Assert.Equal([copy], Directory.GetFiles(Path.GetDirectoryName(copy)!, "*", new EnumerationOptions { AttributesToSkip = 0 }));
    }

    [Fact]
    public void Run_CorruptedData_NamesTheFile()
    {
        var data = Directory.CreateDirectory(_scratch.At("data/penguins")).FullName;
        var penguins = File.ReadAllBytes(Path.Combine(CourseProgram.Root, "datasets", "penguins", "penguins.json"));
        penguins[1000] ^= 1;
        File.WriteAllBytes(Path.Combine(data, "penguins.json"), penguins);
        File.Copy(Path.Combine(CourseProgram.Root, "datasets", "manifest.json"), _scratch.At("data/manifest.json"));
        _scratch.Notebook("a", "#r \"nuget: Course, 1.0.0\"\nusing Course;\nData.Penguins().Count");

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["run", "a.ipynb", "--out", _scratch.Out], ("COURSE_DATA", _scratch.At("data")));

        Assert.Equal((int)ExitCode.MissingData, code);
        Assert.Contains("penguins.json", output, StringComparison.Ordinal);
        Assert.Equal(RunStatus.MissingData, _scratch.Report.Notebooks[0].Status);
    }
}
