using System.Text.Json.Nodes;
using Course.Cli.Tests.Commands;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Grading;

/// <summary>Thirty learners' submissions, of which five misbehave, graded once for all tests of the class.</summary>
public sealed class GradedClass : IDisposable
{
    private readonly Checkout _checkout = new();

    /// <summary>Hands in and grades.</summary>
    public GradedClass()
    {
        SmallCourse.Write(_checkout.Notebooks);
        Directory.CreateDirectory(Folder);
        HandInHonestly();
        HandInDishonestly();
        File.WriteAllText(Path.Combine(Folder, "readme.txt"), "handed in by Friday");
        Before = Fingerprint();
        (Code, Output) = _checkout.Course("grade", Folder, "--out", Out, "--timeout", "40", "--memory", "1000", "--jobs", "2");
        Grades = new Grades(File.Exists(Csv) ? File.ReadAllText(Csv) : "learner,points,remarks\r\n");
    }

    internal string Folder => Path.Combine(_checkout.Root, "handed in");

    internal string Out => Path.Combine(_checkout.Root, "out");

    internal string Csv => Path.Combine(Out, "grades.csv");

    internal int Code { get; }

    internal string Output { get; }

    internal Grades Grades { get; }

    internal string Before { get; }

    internal string Page(string file) => File.ReadAllText(Path.Combine(Out, "pages", file));

    /// <summary>Names, sizes and texts of all that was handed in.</summary>
    internal string Fingerprint() => string.Join('\n', Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => File.Exists(path) ? $"{path} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}" : path));

    private static NotebookDocument Fresh => SmallCourse.Notebook();

    private void HandInDishonestly()
    {
        HandIn("Abel", Fresh.Solved().With("01-2", "while (true) { }"));
        HandIn("Bea", Fresh.Solved().With("01-1", "Environment.Exit(0);"));
        HandIn("Cem", Fresh.Solved().With("01-4", "while (true) { Console.WriteLine(new string('x', 4000)); }"));
        HandIn("Dora", Fresh.Solved().With("01-1", SmallCourse.WrongAnswer("01-1.wrong-1"), "\"✓ right: Exercise 01-1 · five birds at once\""));
        HandIn("Emil", Fresh.Solved().With("01-4", SmallCourse.CopiedGradient));
    }

    private void HandInHonestly()
    {
        HandIn("Fay", Fresh.Solved().With("01-4", SmallCourse.OwnGradient));
        HandIn("Änne Müßig", Fresh.Solved());
        HandIn("=cmd()", Fresh.Solved());
        HandIn("Gus", Fresh);
        HandIn("Hal", Fresh.With("01-1", SmallCourse.WrongAnswer("01-1.wrong-1")).With("01-2", SmallCourse.WrongAnswer("01-2.wrong-1")).With("01-4", SmallCourse.WrongAnswer("01-4.wrong-1")));
        HandIn("Ida", Reordered());
        HandIn("Jan", Fresh.Solved().Without("cell-04"));
        HandIn("Kim", Fresh.Solved().Without("exercise-01-2"));
        HandIn("Lea", Fresh.Solved().Added("mine", "int.Parse(\"not a number\")", at: 3));
        HandIn("Max", SmallCourse.WithoutIds(Fresh.Solved()));
        HandIn("Ned", Polyglot());
        HandIn("Oda", WithOldOutputs());
        HandIn("Pia", "this is no JSON");
        Directory.CreateDirectory(Path.Combine(Folder, "Qin"));
        HandIn("Ray/01.ipynb", Fresh.Solved());
        HandIn("Ray/00.ipynb", SmallCourse.Start().With("00-1", SmallCourse.Solution("00-1")));
        HandIn("Sam/first try.ipynb", Fresh);
        HandIn("Sam/second try.ipynb", Fresh.Solved());
        HandIn("Tom von der Aue/01-neuron-and-mse.ipynb", Fresh.Solved());
        HandIn("Uwe/.ipynb_checkpoints/homework-checkpoint.ipynb", Fresh);
        HandIn("Uwe/sub/homework final(2).ipynb", Fresh.Solved());
        HandIn("Vic", Fresh.Solved().With("01-1", "double[] Forward(double[] x, double w, double b)\n{\n    return x.Selct(xi => w * xi + b).ToArray();\n}"));
        HandIn("Wim", Fresh.Solved().With("01-2", "double Mse(double w, double b) => throw new InvalidOperationException(\"oops\");"));
        HandIn("Xia", Fresh.Solved().With("01-1", "double[] Forward(double[] x, double w, double b)\n{\n    return Todo.Array;\n}").Added("again", SmallCourse.Solution("01-1") + "\n\nCheck.Exercise(\"01-1\", Forward)"));
        HandIn("Yan", Fresh.Solved().With("01-1", "Func<double[], double, double, double[]> Forward = (x, w, b) => x.Select(xi => w * xi + b).ToArray();"));
        HandIn("Zoe", Fresh.Solved().With("01-4", SmallCourse.WrongAnswer("01-4.wrong-2")));
        HandIn("Ada/with data.ipynb", Fresh.Solved().Added("mine", "Console.WriteLine(System.IO.File.ReadAllText(\"notes.csv\"));"));
        File.WriteAllText(Path.Combine(Folder, "Ada", "notes.csv"), "1;2;3");
        HandIn("Bob", SmallCourse.Start().With("00-1", SmallCourse.WrongAnswer("00-1.wrong-1")).With("00-2", SmallCourse.Solution("00-2")));
    }

    // The exercises in another order, and numbers of cells that ran in yet another.
    private static NotebookDocument Reordered()
    {
        var notebook = Fresh.Solved();
        var last = notebook.Cells[^1];
        notebook.Cells.RemoveAt(notebook.Cells.Count - 1);
        notebook.Cells.Insert(3, last);
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            cell.ExecutionCount = 40 - index;
        }

        return notebook;
    }

    private static NotebookDocument Polyglot()
    {
        var notebook = Fresh.Solved();
        notebook.Cells.Add(new NotebookCell { Id = "note", Kind = CellKind.Code, Source = "Assembly required", Metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "markdown" } } });
        return notebook;
    }

    private static NotebookDocument WithOldOutputs()
    {
        var notebook = Fresh;
        SmallCourse.Cell(notebook, "exercise-01-1").Outputs.Add(new JsonObject
        {
            ["output_type"] = "execute_result",
            ["execution_count"] = 4,
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { ["text/plain"] = "✓ right: Exercise 01-1 · five birds at once" },
        });
        return notebook;
    }

    private void HandIn(string name, NotebookDocument notebook) => HandIn(name, notebook.ToJson());

    private void HandIn(string name, string text)
    {
        var path = Path.Combine(Folder, name.EndsWith(".ipynb", StringComparison.Ordinal) ? name : name + ".ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <inheritdoc/>
    public void Dispose() => _checkout.Dispose();
}
