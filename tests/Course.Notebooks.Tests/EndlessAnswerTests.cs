using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Session;

namespace Course.Notebooks.Tests;

/// <summary>The stop button has to reach a learner who checks an endless loop.</summary>
[Collection(nameof(FreshLearner))]
public sealed class EndlessAnswerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(100); } finally { } }")]
    public async Task Check_EndlessAnswer_IsInterruptedAndTheSessionGoesOn(string loop)
    {
        using var learner = new FreshLearner();
        using var session = Session();
        var started = new StartSignal();

        var running = Task.Run(() => session.Run(
            $"double Endless(double grams) {{ System.Console.WriteLine(\"started\"); {loop} }}\nCheck.Exercise(\"00-1\", Endless)", started));
        await started.Task.WaitAsync(Patience);
        session.Interrupt();
        var result = await running.WaitAsync(Patience);

        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal(CellStatus.Completed, session.Run("Check.Exercise(\"00-1\", (double g) => g / 1000)", new CellOutput()).Status);
    }

    [Fact]
    public void Check_EndlessAnswer_IsStoppedAfterItsTimeWithTheLine()
    {
        const string limit = "Notebook.CheckLimit";
        using var learner = new FreshLearner();
        using var session = Session();
        AppContext.SetData(limit, TimeSpan.FromSeconds(1));
        try
        {
            var output = new CellOutput();
            var result = session.Run("double Endless(double grams)\n{\n    while (grams > -1) grams += 1;\n    return grams;\n}\nCheck.Exercise(\"00-1\", Endless)", output);

            Assert.Equal(CellStatus.Completed, result.Status);
            Assert.Contains("no end within 1 s", output.Text, StringComparison.Ordinal);
            Assert.Contains("stopped at line 3 of the cell, in `Endless`", output.Text, StringComparison.Ordinal);
            Assert.Equal(CellStatus.Completed, session.Run("for (int i = 0; i < 10; i++) { Console.Write(i); }", output).Status);
        }
        finally
        {
            AppContext.SetData(limit, null);
        }
    }

    private static ScriptSession Session()
    {
        var session = new ScriptSession(new SessionOptions
        {
            WorkingDirectory = Checkout.Notebooks,
            PackageOverrides = new Dictionary<string, string> { ["Course"] = Checkout.CoursePackage },
        });
        session.Run("#r \"nuget: Course, 1.0.0\"\nusing Course;", new CellOutput());
        return session;
    }

    /// <summary>Completes when the cell has written something.</summary>
    private sealed class StartSignal : ICellEvents
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => _started.Task;

        public void Stream(StreamName stream, string text) => _started.TrySetResult();

        public void Display(MimeBundle data, string displayId)
        {
        }

        public void UpdateDisplay(MimeBundle data, string displayId)
        {
        }

        public void Result(MimeBundle data)
        {
        }

        public void ClearOutput(bool wait)
        {
        }

        public void Report(string json)
        {
        }
    }
}
