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

    private static int _started;

    public static void Start(LanguageVersion version)
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            new Thread(() => Run(version)) { IsBackground = true, Name = "warm-up", Priority = ThreadPriority.BelowNormal }.UnsafeStart();
        }
    }

    private static void Run(LanguageVersion version)
    {
        var references = new ReferenceResolver((_, _) => []);
        var compiler = new ScriptCompiler(
            new SessionLoadContext(), version.ToDisplayString(), typeof(CellVerbs), new CodeGuard(CellStop.Text(slot: 0)), references, Path.GetTempPath());
        compiler.Advance(compiler.Compile(Sample, "cell 0", CancellationToken.None));
        compiler.Compile("points.Count", "cell 0", CancellationToken.None);
        ValueFormatter.Format(1.5, []); // an object would load the dynamic binder: 4 MB that many notebooks never need
        FrameworkReferences.ReleasePages(); // most files were looked into once, to see what they declare
    }
}
