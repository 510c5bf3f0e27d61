using Course.Kernel.Session;
using Course.Kernel.Tests.Session;

namespace Course.Kernel.Tests.Threads;

public sealed class InterruptTests : SessionTest
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1000); } catch { } }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("while (true) { await Task.Delay(1); }")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("new ManualResetEventSlim().Wait();")]
    [InlineData("var gate = new object(); var held = new ManualResetEventSlim(); new Thread(() => { lock (gate) { held.Set(); Thread.Sleep(-1); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }")]
    [InlineData("while (true) { Console.WriteLine(\"flood\"); }")]
    [InlineData("while (true) { new byte[1000].ToString(); }")]
    [InlineData("while (true) { display(1); }")]
    [InlineData("Enumerable.Range(0, 3).Select(i => { while (true) { } return i; }).ToList();")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(200);")]
    [InlineData("void Down(int n) { if (n > 0) { Down(n - 1); Down(n - 1); } } Down(200);")]
    [InlineData("again: goto again;")]
    [InlineData("do Math.Sqrt(2); while (true);")]
    [InlineData("for (;;) if (true) foreach (var i in new[] { 1 }) ;")]
    [InlineData("Parallel.For(0, 4, _ => { while (true) { } });")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("while (true) { try { Console.WriteLine(); } catch { } }")]
    [InlineData("IEnumerable<int> Endless() { while (true) { yield return 1; } } Endless().Sum(x => (long)(x * 0));")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(i => (long)i * i).Where(v => v % 7 == 8).Sum();")]
    [InlineData("Enumerable.Repeat(1.5, int.MaxValue).Sum(v => Math.Sqrt(v));")]
    [InlineData("(from i in Enumerable.Range(0, int.MaxValue) where i * i % 7 == 8 select i).Count();")]
    [InlineData("(from i in Enumerable.Range(0, int.MaxValue) from j in Enumerable.Range(0, int.MaxValue) select i ^ j).Max();")]
    [InlineData("var s = 0L; for (var i = 0; i < int.MaxValue; i++) for (var j = 0; j < int.MaxValue; j++) s += i ^ j;")]
    [InlineData("var s = 0L; int n = 2_000_000_000; for (var i = 0; i < n; i++) { for (var j = 0; j < n; j++) { s += i ^ j; } }")]
    [InlineData("bool Even(int n) => n == 0 || Odd(n - 1) | Odd(n - 1); bool Odd(int n) => n != 0 && (Even(n - 1) | Even(n - 1)); Even(100);")]
    [InlineData("class Tree(int n) { public int Size => n == 0 ? 1 : new Tree(n - 1).Size + new Tree(n - 1).Size; } new Tree(100).Size.ToString();")]
    [InlineData("Func<int, int> fib = null; fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2); fib(100);")]
    [InlineData("void Twice(int n) => Again(n); void Again(int n) { if (n > 0) { Twice(n - 1); Twice(n - 1); } } Twice(100);")]
    public async Task Interrupt_OfEveryKindOfCell_StopsItAndKeepsState(string code)
    {
        Run("using System.Threading; var before = 1;");
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("var inside = 2; Console.WriteLine(\"started\");\n" + code, events));
        await events.Started.WaitAsync(Watchdog);

        Session.Interrupt();
        var result = await running.WaitAsync(Watchdog);

        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.Equal("12", Value("$\"{before}{inside}\""));
    }

    [Fact]
    public async Task Interrupt_OfTheFirstCell_TwentyTimes_LeavesTheSessionWhole()
    {
        Run("var n = 0;");
        for (var i = 0; i < 20; i++)
        {
            var events = new RecordedEvents();
            var running = Task.Run(() => Session.Run("n++; Console.WriteLine(\"started\"); while (true) { }", events));
            await events.Started.WaitAsync(Watchdog);
            Session.Interrupt();
            Assert.Equal(CellStatus.Interrupted, (await running.WaitAsync(Watchdog)).Status);
        }

        Assert.Equal("20", Value("n"));
    }

    [Fact]
    public async Task Interrupt_OfATask_StopsItsLoopToo()
    {
        Run("using System.Threading; long n = 0;");
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("var work = Task.Run(() => { Console.WriteLine(\"started\"); while (true) { n++; } }); work.Wait();", events));
        await events.Started.WaitAsync(Watchdog);

        Session.Interrupt();
        await running.WaitAsync(Watchdog);

        Assert.Equal("True", Value("Task.WhenAny(work, Task.Delay(60_000)).Result == work"));
    }

    [Fact]
    public async Task Interrupt_OfALoop_NamesTheLine()
    {
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("Console.WriteLine(\"started\");\nwhile (true)\n{\n}", events));
        await events.Started.WaitAsync(Watchdog);

        Session.Interrupt();
        var result = await running.WaitAsync(Watchdog);

        Assert.Contains(result.Error!.Traceback, line => line.Contains("cell 1, line", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Interrupt_OfALoadedFile_StopsItsLoop()
    {
        Write("endless.csx", "void Endless() { Console.WriteLine(\"started\"); while (true) { } }");
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("#load \"endless.csx\"\nEndless();", events));
        await events.Started.WaitAsync(Watchdog);

        Session.Interrupt();

        Assert.Equal(CellStatus.Interrupted, (await running.WaitAsync(Watchdog)).Status);
    }

    [Fact]
    public async Task Interrupt_OfACallThatCannotBeStopped_SaysSo_AndKeepsState()
    {
        var isOver = false;
        AppContext.SetData("InterruptTests.Stuck", (Action)Stuck);
        Run("using System.Threading; var stuck = (Action)AppContext.GetData(\"InterruptTests.Stuck\");");
        var events = new RecordedEvents();
        var running = Task.Run(() => Session.Run("var inside = 2; Console.WriteLine(\"started\"); stuck(); while (true) { }", events));
        await events.Started.WaitAsync(Watchdog);

        Session.Interrupt();
        await events.Heard("cannot be stopped").WaitAsync(Watchdog);
        Assert.False(running.IsCompleted);
        Volatile.Write(ref isOver, true);

        Assert.Equal(CellStatus.Interrupted, (await running.WaitAsync(Watchdog)).Status);
        Assert.Equal("2", Value("inside"));

        // No wait that could be woken, and no code of a cell.
        void Stuck()
        {
            while (!Volatile.Read(ref isOver))
            {
                Thread.SpinWait(100);
            }
        }
    }

    [Fact]
    public void Interrupt_BetweenAnnouncementAndStart_IsForTheCell()
    {
        Session.Arm();
        Session.Interrupt();

        Assert.Equal("Interrupted", Fail("while (true) { }", CellStatus.Interrupted).Name);
        Assert.Equal("2", Value("1 + 1"));
    }

    [Fact]
    public void Interrupt_AfterAnAnnouncementWasTakenBack_IsForNobody()
    {
        Session.Arm();
        Session.Disarm();
        Session.Interrupt();

        Assert.Equal("2", Value("1 + 1"));
    }

    [Fact]
    public void Interrupt_WithoutARunningCell_DoesNothing()
    {
        Run("var n = 1;");
        Session.Interrupt();

        Assert.Equal("1", Value("n"));
        Run("System.Threading.Thread.Sleep(1);");
    }

    [Fact]
    public async Task Interrupt_WhileInputIsAwaited_Ends()
    {
        using var asked = new ManualResetEventSlim();
        using var session = new ScriptSession(Options with
        {
            ReadInput = request =>
            {
                asked.Set();
                request.Cancellation.WaitHandle.WaitOne();
                return null;
            },
        });
        var running = Task.Run(() => session.Run("Console.ReadLine()", new RecordedEvents()));
        Assert.True(asked.Wait(Watchdog));

        session.Interrupt();

        Assert.Equal(CellStatus.Interrupted, (await running.WaitAsync(Watchdog)).Status);
    }
}
