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
        _scratch.Notebook("overflows", "int F(int n) => 1 + F(n + 1);\nConsole.WriteLine(\"deep\");\nF(0)");
        _scratch.Notebook("throws", "Console.WriteLine(\"before\");\nthrow new InvalidOperationException(\"at once\");", "1");
        _scratch.Notebook("compiles-not", "1", "int x = \"text\";");
        _scratch.Notebook("floods", "var line = new string('x', 999);\nfor (var i = 0; i < 100_000; i++) Console.WriteLine(line);\nConsole.WriteLine(\"the end\");", "1 + 1");
        _scratch.Notebook("hoards", "var all = new System.Collections.Generic.List<byte[]>();\nwhile (true) all.Add(new byte[1 << 20]);");
        _scratch.Notebook("loops", "Console.WriteLine(\"round and round\");\nwhile (true) { }");
        _scratch.Notebook("leaves", $"var sleeper = System.Diagnostics.Process.Start(\"sleep\", \"600\");\nSystem.IO.File.WriteAllText(@\"{_scratch.At("sleeper")}\", sleeper.Id.ToString());");
        _scratch.Notebook("fine", "var x = 20;", "x + 1", "Console.Error.WriteLine(\"warned\");\n(x, 2.5)");
        foreach (var (name, text, _) in MalformedNotebooks.All)
        {
            File.WriteAllText(_scratch.At($"bad-{name}.ipynb"), text);
        }

        (Code, Output) = CourseProgram.Run(
            _scratch.Folder,
            ["run", ".", "--out", _scratch.Out, "--jobs", "2", "--timeout", "20"],
            ("DOTNET_GCHeapHardLimit", "0x20000000"),
            ("LANG", "de_DE.UTF-8"));
        Report = _scratch.Report;
    }

    internal int Code { get; }

    internal string Output { get; }

    internal RunReport Report { get; }

    internal int Sleeper => int.Parse(File.ReadAllText(_scratch.At("sleeper")), System.Globalization.CultureInfo.InvariantCulture);

    internal string ExecutedFolder => Path.Combine(_scratch.Out, "notebooks");

    internal NotebookRun Run(string name) => Report.Notebooks.Single(run => run.Name == name);

    internal string Said(string name, int cell) => _scratch.Said(name, cell);

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();
}
