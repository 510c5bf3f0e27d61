using Course.Kernel.Running;
using Course.Kernel.Tests.Notebooks;

namespace Course.Cli.Tests.Faults;

/// <summary>One run over a folder in which nearly every notebook goes wrong in its own way.</summary>
public sealed class FaultyCourse : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>Runs once for all tests of the class: a process each would take minutes.</summary>
    public FaultyCourse()
    {
        _scratch.Notebook("exits", "Console.WriteLine(\"so far\"); 1 + 1", "Console.WriteLine(\"last words\"); Environment.Exit(3);", "2");
        _scratch.Notebook("recurses", "int F(int n) => 1 + F(n + 1);\nConsole.WriteLine(\"deep\");\nF(0)");
        _scratch.Notebook("overflows", "IEnumerable<int> all = [1];\nfor (var i = 0; i < 1_000_000; i++) { all = all.DefaultIfEmpty(); } // no code of the cell's is on the stack\nConsole.WriteLine(\"deep\");\nall.Sum()");
        _scratch.Notebook("throws", "Console.WriteLine(\"before\");\nthrow new InvalidOperationException(\"at once\");", "1");
        _scratch.Notebook("compiles-not", "1", "int x = \"text\";");
        _scratch.Notebook("floods", "var line = new string('x', 999);\nfor (var i = 0; i < 100_000; i++) Console.WriteLine(line);\nConsole.WriteLine(\"the end\");", "1 + 1");
        _scratch.Notebook("hoards", "var all = new System.Collections.Generic.List<byte[]>();\nwhile (true) all.Add(new byte[1 << 20]);");
        _scratch.Notebook("leaves", $"var sleeper = System.Diagnostics.Process.Start(\"sleep\", \"600\");\nSystem.IO.File.WriteAllText(@\"{_scratch.At("sleeper")}\", sleeper.Id.ToString());");
        _scratch.Notebook("talks", "var go = new System.Threading.ManualResetEventSlim(); var late = new System.Threading.Thread(() => { go.Wait(); Console.WriteLine(\"late\"); }); late.Start();", "go.Set(); late.Join(); Console.WriteLine(\"own\");");
        _scratch.Notebook("fine", "var x = 20;", "x + 1", "Console.Error.WriteLine(\"warned\");\n(x, 2.5)");
        foreach (var (name, text, _) in MalformedNotebooks.All)
        {
            File.WriteAllText(_scratch.At($"bad-{name}.ipynb"), text);
        }

        using var loop = StartLoop();
        (Code, var output) = CourseProgram.Run(
            _scratch.Folder,
            ["run", ".", "--out", _scratch.Out, "--jobs", "2"],
            ("DOTNET_GCHeapHardLimit", "0x20000000"),
            ("LANG", "de_DE.UTF-8"));
        loop.WaitForExit();
        File.Move(Path.Combine(LoopOut, "notebooks", "loops.ipynb"), Path.Combine(ExecutedFolder, "loops.ipynb"));
        Output = output + loop.Output;
        Runs = [.. _scratch.Report.Notebooks, .. RunReport.Read(Path.Combine(LoopOut, "report.json")).Notebooks];
    }

    internal int Code { get; }

    internal string Output { get; }

    internal IReadOnlyList<NotebookRun> Runs { get; }

    internal int Sleeper => int.Parse(File.ReadAllText(_scratch.At("sleeper")), System.Globalization.CultureInfo.InvariantCulture);

    internal string ExecutedFolder => Path.Combine(_scratch.Out, "notebooks");

    private string LoopOut => _scratch.At("loop/out");

    internal NotebookRun Run(string name) => Runs.Single(run => run.Name == name);

    internal string Said(string name, int cell) => _scratch.Said(name, cell);

    // Apart and at the same time: its timeout must not strike a slow machine's other notebooks, and nobody should wait for it.
    private CourseProgram StartLoop()
    {
        Directory.CreateDirectory(_scratch.At("loop"));
        var notebook = _scratch.Notebook("loop/loops", "Console.WriteLine(\"round and round\");\nwhile (true) { }");
        return CourseProgram.Start(_scratch.Folder, ["run", notebook, "--out", LoopOut, "--timeout", "20"]);
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();
}
