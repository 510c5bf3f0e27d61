using Course.Browser.Tests.Support;

namespace Course.Browser.Tests.Jupyter;

/// <summary>What nbconvert writes with our kernel is what <c>course run</c> writes.</summary>
[Collection(CourseRunTests.Name)]
public sealed class NbconvertTests(CourseSite site, NbconvertTests.ExecutedNotebooks executed) : IClassFixture<NbconvertTests.ExecutedNotebooks>
{
    public static TheoryData<string> Notebooks => [.. JupyterHome.Names];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Execute_OfANotebook_EqualsCourseRun(string name)
    {
        var run = ComparableOutputs.Of(Path.Combine(site.Notebooks, name));

        Assert.NotEmpty(run);
        Assert.Equal(run, ComparableOutputs.Of(Path.Combine(executed.Folder, name)));
    }

    /// <summary>All notebooks, executed by one nbconvert.</summary>
    public sealed class ExecutedNotebooks : IDisposable
    {
        private readonly JupyterHome _home = new();

        /// <summary>Executes them.</summary>
        public ExecutedNotebooks()
        {
            var (code, output) = _home.Run(
                "/usr/bin/python3",
                ["-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=.net-csharp", "--output-dir", Folder, .. JupyterHome.Names]);
            Assert.True(code == 0, output);
        }

        /// <summary>Where they are.</summary>
        public string Folder => Path.Combine(_home.Notebooks, "executed");

        /// <inheritdoc/>
        public void Dispose() => _home.Dispose();
    }
}
