using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Session;
using Course.Kernel.Tests.Session;
using Course.Kernel.Threads;

namespace Course.Kernel.Tests.Threads;

public sealed class OutputTests : SessionTest
{
    [Fact]
    public void TextAndDisplays_Mixed_KeepTheirOrder()
    {
        var events = Run("""
            Console.Write("a"); display(1); Console.Write("b"); Console.Write("c");
            Console.Error.Write("d"); 2.Display(); Console.Write("e"); 3
            """);

        Assert.Equal("out:a|display:1|out:bc|err:d|display:2|out:e|result:3", events.Log);
    }

    [Fact]
    public void Host_ThatWritesToTheConsole_IsNotFedItsOwnText()
    {
        var echo = new EchoingEvents();
        Session.Run("Console.WriteLine(\"once\");", echo);
        Session.Run("1", echo);

        Assert.Equal("once\n", echo.Heard);
    }

    [Fact]
    public void Text_BeforeAnException_IsKept()
    {
        var events = new RecordedEvents();
        Session.Run("Console.WriteLine(\"before\"); throw new Exception();", events);

        Assert.Equal("before\n", events.Output);
    }

    [Fact]
    public void Text_OfThreadsAndTasks_IsHeard()
    {
        var events = Run("""
            var thread = new System.Threading.Thread(() => Console.Write("thread "));
            thread.Start(); thread.Join();
            await Task.Run(() => Console.Write("task "));
            Parallel.For(0, 4, _ => Console.Write("."));
            """);

        Assert.Equal("thread task ....", events.Output);
    }

    [Fact]
    public async Task Text_WhileTheCellStillRuns_ReachesTheHost()
    {
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("Console.WriteLine(\"started\"); System.Threading.Thread.Sleep(-1);", events));

        await events.Started.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(running.IsCompleted);
        Session.Interrupt();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Text_OfAThread_AfterItsCell_ComesAtOnce_AndIsThatCells()
    {
        using var go = new ManualResetEventSlim();
        AppContext.SetData("OutputTests.Go", go);
        var first = new RecordedEvents();
        Session.Run("var thread = new System.Threading.Thread(() => { ((System.Threading.ManualResetEventSlim)AppContext.GetData(\"OutputTests.Go\")).Wait(); Console.Write(\"late\"); }); thread.Start();", first);

        go.Set();
        await first.Heard("late").WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Text_OfAThread_WhileALaterCellRuns_IsItsOwnCells()
    {
        var first = new RecordedEvents();
        Session.Run("var go = new System.Threading.ManualResetEventSlim(); var thread = new System.Threading.Thread(() => { go.Wait(); Console.Write(\"late\"); display(5); }); thread.Start();", first);
        var second = Run("go.Set(); thread.Join(); Console.Write(\"own\");");

        await first.Heard("late").WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("out:own", second.Log);
    }

    [Theory]
    [InlineData("é 中 🙂 \u0001")]
    [InlineData("tab\t and \r return")]
    public void Text_OfAnyAlphabet_ArrivesVerbatim(string text)
    {
        Run("var given = " + Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true) + ";");

        Assert.Equal(text, Run("Console.Write(given);").Output);
        Assert.Equal(text, Value("given"));
    }

    [Fact]
    public void Surrogates_AtTheEdgeOfABatch_StayTogether()
    {
        var chunks = new ChunkEvents();
        Session.Run("Console.Write(new string('x', 65535) + \"🙂\" + new string('y', 65536));", chunks);

        Assert.DoesNotContain(chunks.Texts, text => char.IsHighSurrogate(text[^1]) || char.IsLowSurrogate(text[0]));
    }

    [Fact]
    public void Flood_Of100Megabytes_ArrivesWhole()
    {
        var counter = new Counter();
        var result = Session.Run("var line = new string('x', 999) + \"\\n\"; for (var i = 0; i < 100_000; i++) { Console.Write(line); }", counter);

        Assert.Equal(CellStatus.Completed, result.Status);
        Assert.Equal(100_000_000, counter.Characters);
    }

    [Fact]
    public void Flood_WithAHostThatDoesNotTakeIt_WaitsInBoundedMemory()
    {
        using var queue = new OutputQueue(TimeProvider.System, TimeSpan.FromMilliseconds(100));
        var host = new Counter { Gate = new ManualResetEventSlim() };
        queue.Open(host);
        var written = 0L;
        var writer = new Thread(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                queue.Write(host, StreamName.Output, new string('x', 1000));
                Interlocked.Add(ref written, 1000);
            }
        });
        writer.Start();
        Assert.True(SpinWait.SpinUntil(() => Interlocked.Read(ref written) > 1_000_000 && writer.ThreadState.HasFlag(ThreadState.WaitSleepJoin), 60_000));

        Assert.InRange(Interlocked.Read(ref written), 1_000_000, 1_500_000);
        host.Gate.Set();
        Assert.True(writer.Join(60_000));
        queue.Close();
        Assert.Equal(10_000_000, host.Characters);
    }

    [Fact]
    public void Display_Updated_FromALaterCell_KeepsItsId()
    {
        var shown = Run("var d = display(\"one\");").Displays.Single();
        var update = Run("d.Update(\"two\");").Updates.Single();

        Assert.Equal(shown.Id, update.Id);
        Assert.Equal("two", update.Data.Data["text/plain"]);
    }

    [Fact]
    public void Display_AsTrailingValue_IsShownOnce() => Assert.Equal("display:5", Run("5.Display()").Log);

    [Fact]
    public void DisplaySlot_OfTheLibrary_ShowsAndUpdates()
    {
        var events = Run("""
            var show = (Func<object, Action<object>>)AppContext.GetData("Notebook.Display");
            var update = show("a"); update("b");
            """);

        Assert.Equal("display:a|update:b", events.Log);
    }

    [Fact]
    public void ReportSlot_OfTheLibrary_ReachesTheHost() =>
        Assert.Equal("{\"kind\":\"headline\"}", Run("((Action<string>)AppContext.GetData(\"Notebook.Report\"))(\"{\\\"kind\\\":\\\"headline\\\"}\");").Reports.Single());

    [Fact]
    public void ClearOutput_IsToldInOrder() => Assert.Equal("out:a|clear:True|out:b", Run("Console.Write('a'); ClearOutput(wait: true); Console.Write('b');").Log);

    [Fact]
    public void UnhandledException_OnAThread_DoesNotEndTheProcess()
    {
        var events = Run("var t = new System.Threading.Thread(() => throw new Exception(\"stray\")); t.Start(); t.Join();");

        Assert.Contains("stray", events.Output, StringComparison.Ordinal);
        Assert.Equal("2", Value("1 + 1"));
    }

    [Fact]
    public void HostThatThrows_FailsTheRun_NotTheSession()
    {
        Assert.Throws<InvalidOperationException>(() => Session.Run("1", new ThrowingEvents()));

        Assert.Equal("2", Value("1 + 1"));
    }

    [Fact]
    public void ReadLine_WithoutAHostThatAnswers_SaysSo()
    {
        var error = Fail("Console.ReadLine()", CellStatus.Threw);

        Assert.Contains("no one can answer", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public void ReadLine_WithAHost_GetsItsAnswer()
    {
        var asked = new List<InputRequest>();
        using var session = new ScriptSession(Options with
        {
            ReadInput = request =>
            {
                asked.Add(request);
                return "Ada";
            },
        });
        var events = new RecordedEvents();
        session.Run("Console.Write(\"Name? \"); var name = Console.ReadLine(); var secret = await GetPasswordAsync(\"Key\"); name + secret", events);

        Assert.Equal("out:Name? |result:AdaAda", events.Log);
        Assert.Equal([false, true], asked.Select(request => request.IsPassword));
    }

    private sealed class ChunkEvents : SilentEvents
    {
        public List<string> Texts { get; } = [];

        public override void Stream(StreamName stream, string text) => Texts.Add(text);
    }

    private sealed class Counter : SilentEvents
    {
        public ManualResetEventSlim? Gate { get; init; }

        public long Characters { get; private set; }

        public override void Stream(StreamName stream, string text)
        {
            Gate?.Wait();
            Characters += text.Length;
        }
    }

    private sealed class ThrowingEvents : SilentEvents
    {
        public override void Result(MimeBundle data) => throw new IOException("the pipe is gone");
    }
}
