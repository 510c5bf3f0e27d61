using System.Runtime;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Script;
using Course.Kernel.Threads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Session;

/// <summary>Compiles a sample in the background, so that the first cell meets a compiler that is awake. Once a process.</summary>
internal static class WarmUp
{
    private const string Sample = """
        using System.IO;
        record Point(double X, double Y);
        double Area(params double[] sides) => sides.Aggregate(1.0, (a, b) => a * b);
        var points = Enumerable.Range(0, 3).Select(i => new Point(i, i * 0.5)).ToList();
        foreach (var (x, y) in points.Where(p => p.X > 0)) { Console.WriteLine($"{x:0.00} {Area(x, y)}"); }
        var text = string.Join(", ", points.OrderBy(p => p.Y).Select(p => p.ToString()));
        await Task.Delay(0);
        text.Length
        """;

    // What cells mostly are. The runtime optimises what has been called thirty times, and counts from when no method was new for a tenth of a second.
    private static readonly string[] Typical =
        ["1 + 1", "var x = 1;", "Console.WriteLine($\"{points.Count}: {points[0]}\");", "points.Select(p => p.X).Sum()", "for (var i = 0; i < 3; i++) points.Add(new(i, i));"];

    private const int Rounds = 12; // with 6 a cell of 1+1 took 7.1 ms and the start 3.4 s of a processor's time, with 12 4.8 ms and 5 s
    private const int MostPauses = 40;

    private static readonly TimeSpan BeforeCounting = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // For those who start many kernels and run a cell or two in each.
    private const string Variable = "COURSE_WARM_UP", Brief = "brief";

    private static int _started;

    public static void Start(LanguageVersion version, bool isThorough)
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            new Thread(() => Run(version, isThorough && Environment.GetEnvironmentVariable(Variable) != Brief)) { IsBackground = true, Name = "warm-up", Priority = ThreadPriority.BelowNormal }.UnsafeStart();
        }
    }

    private static void Run(LanguageVersion version, bool isThorough)
    {
        var references = new ReferenceResolver((_, _) => []);
        var compiler = new ScriptCompiler(
            new SessionLoadContext(), version.ToDisplayString(), typeof(CellVerbs), new CodeGuard(CellStop.Text(slot: 0)), references, Path.GetTempPath());
        compiler.Advance(compiler.Compile(Sample, "cell 0", CancellationToken.None));
        compiler.Compile("points.Count", "cell 0", CancellationToken.None);
        ValueFormatter.Format(1.5, []); // an object would load the dynamic binder: 4 MB that many notebooks never need
        FrameworkReferences.ReleasePages(); // most files were looked into once, to see what they declare
        if (isThorough)
        {
            Optimise(compiler);
            WaitForTheRuntime();
            IdleMemory.Release();
        }
    }

    // It optimises on a thread of its own.
    private static void WaitForTheRuntime()
    {
        var compiled = -1L;
        for (var i = 0; i < MostPauses && compiled != JitInfo.GetCompiledMethodCount(); i++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            Thread.Sleep(Pause);
        }
    }

    private static void Optimise(ScriptCompiler compiler)
    {
        var assistant = new CodeAssistant(compiler, Path.GetTempPath());
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 4 == 0)
            {
                Thread.Sleep(BeforeCounting);
            }

            foreach (var cell in Typical)
            {
                compiler.Compile(cell, "cell 0", CancellationToken.None);
            }

            assistant.Complete($"points[{round}].", "points[0].".Length);
        }
    }
}
