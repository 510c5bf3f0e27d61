using Course.Cli.Lab;

namespace Course.Cli.Tests.Lab;

public sealed class JupyterFinderTests : IDisposable
{
    private const string NoModule = "echo No module named $2 >&2; exit 1";
    private readonly Scratch _scratch = new();

    [Fact]
    public void Find_LabAndNotebook_TakesLabThoughItComesLater()
    {
        Fake("first", "jupyter-notebook", "echo 6.4.12");
        var lab = Fake("second", "jupyter-lab", "echo 4.2.5");

        var found = Finder("first", "second").Find()!;

        Assert.Equal((lab, "Jupyter Lab 4.2.5"), (found.Program, found.Name));
    }

    [Fact]
    public void Find_EntryWhosePythonIsGone_GoesOn()
    {
        Fake("first", "jupyter-lab", "echo bad interpreter >&2; exit 126");
        var notebook = Fake("second", "jupyter-notebook", "echo 7.1.0");

        Assert.Equal(notebook, Finder("first", "second").Find()!.Program);
    }

    [Fact]
    public void Find_OnlyAsModule_StartsThePythonThatHasIt()
    {
        Fake("first", "python3", NoModule);
        var python = Fake("second", "python3", "case \"$2\" in notebook) echo 6.4.12 ;; *) exit 1 ;; esac");

        var found = Finder("first", "second").Find()!;

        Assert.Equal(python, found.Program);
        Assert.Equal(["-m", "notebook"], found.Arguments);
    }

    [Fact]
    public void Find_VersionAfterWarnings_ReadsTheVersion()
    {
        Fake("first", "jupyter-lab", "echo '[W] something is deprecated'; echo 4.0.11");

        Assert.Equal("4.0.11", Finder("first").Find()!.Version);
    }

    [Fact]
    public void Find_Nothing_IsNull()
    {
        Fake("first", "python3", NoModule);

        Assert.Null(Finder("first").Find());
    }

    [Theory]
    [InlineData("jupyter", "lab")]
    [InlineData("python3.12", "-m jupyterlab")]
    [InlineData("jupyter-lab", "")]
    public void FindNamed_EachForm_IsAskedAsItWantsToBe(string name, string words)
    {
        var file = Fake("named", name, "echo 4.2.5");

        var found = Finder().FindNamed(file);

        Assert.Equal((file, words, true), (found.Program, string.Join(' ', found.Arguments), found.IsLab));
    }

    [Theory]
    [InlineData(true, "4.2.5", "--LabApp.default_url=/lab/tree/00-start-here.ipynb")]
    [InlineData(false, "7.1.0", "--JupyterNotebookApp.default_url=/notebooks/00-start-here.ipynb")]
    [InlineData(false, "6.4.12", "--NotebookApp.default_url=/notebooks/00-start-here.ipynb")]
    public void OpenAt_EachJupyter_GetsTheSettingThatItReads(bool isLab, string version, string option)
    {
        var jupyter = new Jupyter("jupyter", [], isLab, version);

        Assert.Contains(option, jupyter.OpenAt(jupyter.PageOf("00-start-here.ipynb")));
    }

    [Theory]
    [InlineData("apt-get", "sudo apt install jupyter-notebook")]
    [InlineData("conda", "conda install -c conda-forge jupyterlab")]
    [InlineData("mamba", "mamba install -c conda-forge jupyterlab")]
    [InlineData("", "pip install jupyterlab")]
    public void Advice_WhatTheSystemHas_IsNamedAndNothingElse(string program, string way)
    {
        var text = JupyterAdvice.Text(name => name == program);

        Assert.Contains(way, text, StringComparison.Ordinal);
        Assert.Equal(program == "apt-get", text.Contains("sudo apt", StringComparison.Ordinal));
        Assert.Contains("--jupyter PATH", text, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private string Fake(string folder, string name, string version) => FakeJupyter.Write(_scratch.At(folder), name, version);

    private JupyterFinder Finder(params string[] folders) =>
        new([.. folders.Select(_scratch.At)], (program, arguments) => Tool.Run(program, arguments));
}
