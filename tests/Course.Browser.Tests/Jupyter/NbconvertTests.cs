using Course.Browser.Tests.Support;

namespace Course.Browser.Tests.Jupyter;

/// <summary>What nbconvert writes with our kernel is what <c>course run</c> writes.</summary>
[Collection(BrowserTests.Name)]
public sealed class NbconvertTests(NbconvertTests.ExecutedNotebooks executed) : IClassFixture<NbconvertTests.ExecutedNotebooks>
{
    // A notebook with every kind of output, errors among them; the course's own show some kinds only.
    private const string EveryOutput = "every-output.ipynb";

    public static TheoryData<string> Notebooks => [.. JupyterHome.Chosen, EveryOutput];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Execute_OfANotebook_EqualsCourseRun(string name)
    {
        var run = ComparableOutputs.Of(Path.Combine(name == EveryOutput ? executed.RunFolder : ExecutedCourse.Notebooks, name));

        Assert.NotEmpty(run);
        Assert.Equal(run, ComparableOutputs.Of(Path.Combine(executed.Folder, name)));
    }

    /// <summary>The chosen notebooks, executed by one nbconvert.</summary>
    public sealed class ExecutedNotebooks : IDisposable
    {
        private readonly JupyterHome _home = new("fast"); // as the course was run that they are compared with

        /// <summary>Executes them.</summary>
        public ExecutedNotebooks()
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "run", EveryOutput), Path.Combine(_home.Notebooks, EveryOutput));
            var run = _home.Run("dotnet", Path.Combine(Checkout.Cli, "course.dll"), "run", EveryOutput, "--out", _home.Notebooks);
            Assert.True(run.Code == 0, run.Output);
            var (code, output) = _home.Run(
                "/usr/bin/python3",
                ["-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=.net-csharp", "--output-dir", Folder, .. JupyterHome.Chosen, EveryOutput]);
            Assert.True(code == 0, output);
        }

        /// <summary>What nbconvert wrote.</summary>
        public string Folder => Path.Combine(_home.Notebooks, "executed");

        /// <summary>What <c>course run</c> wrote of the notebook that is not the course's.</summary>
        public string RunFolder => Path.Combine(_home.Notebooks, "notebooks");

        /// <inheritdoc/>
        public void Dispose() => _home.Dispose();
    }
}
