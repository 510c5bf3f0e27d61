using Course.Kernel.Running;

namespace Course.Cli.Tests.Faults;

/// <summary>One notebook that cannot be read costs its own page and no other.</summary>
public sealed class BadNotebookTests : IDisposable
{
    private const string HalfACharacter = """{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null, "source": "\ud83d"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Export_OneUnreadableNotebook_NamesItAndShowsTheOthers()
    {
        Directory.CreateDirectory(_scratch.At("out/notebooks"));
        _scratch.Notebook("out/notebooks/01-good", "x = .Length");
        File.WriteAllText(_scratch.At("out/notebooks/02-bad.ipynb"), HalfACharacter);

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["export", "--out", _scratch.Out]);

        Assert.Equal((int)ExitCode.BadNotebook, code);
        Assert.Contains("02-bad.ipynb", output, StringComparison.Ordinal);
        Assert.True(File.Exists(_scratch.At("out/site/01-good.html")));
        Assert.False(File.Exists(_scratch.At("out/site/02-bad.html")));
    }

    [Fact]
    public void Check_OneUnreadableNotebook_IsNamedAndTheOthersChecked()
    {
        _scratch.Notebook("01-deep", new string('(', 20_000) + new string(')', 20_000));
        File.WriteAllText(_scratch.At("02-bad.ipynb"), HalfACharacter);

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["check", "01-deep.ipynb", "02-bad.ipynb"]);

        Assert.Equal((int)ExitCode.BadNotebook, code);
        Assert.Contains("half a character", output, StringComparison.Ordinal);
        Assert.Contains("01-deep.ipynb", output, StringComparison.Ordinal);
        Assert.Contains("nesting", output, StringComparison.Ordinal);
    }
}
