using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Grading;

/// <summary>A course with one small notebook, cut out of the real 01, and the real 00; learners' copies are made from them.</summary>
internal static class SmallCourse
{
    internal const string Name = "01-neuron-and-mse";

    private static readonly string[] Kept = ["cell-02", "cell-04", "cell-06", "exercise-01-1", "exercise-01-2", "exercise-01-4"];

    /// <summary>An answer of 01-4 that one finds alone: long enough to be one's own.</summary>
    internal const string OwnGradient = """
        (double dw, double db) Gradient(double w, double b)
        {
            double sumW = 0, sumB = 0;
            foreach (var bird in birds)
            {
                var miss = bird.BodyMassG - (w * bird.FlipperMm + b);   // by hand
                sumW += -2 * miss * bird.FlipperMm;
                sumB += -2 * miss;
            }

            return (sumW / birds.Count, sumB / birds.Count);
        }
        """;

    /// <summary>The same with other names, spaces and comments.</summary>
    internal const string CopiedGradient = """
        (double p, double q) Gradient(double steigung, double achse)
        {
            double s1 = 0, s2 = 0;
            /* nothing to see here */
            foreach (var vogel in birds) {
                var d = vogel.BodyMassG - (steigung * vogel.FlipperMm + achse);
                s1 += -2 * d * vogel.FlipperMm;
                s2 += -2 * d;
            }
            return (s1 / birds.Count, s2 / birds.Count);
        }
        """;

    internal static NotebookDocument Notebook()
    {
        var whole = NotebookDocument.Load(Path.Combine(CourseProgram.Root, "notebooks", Name + ".ipynb"));
        var small = new NotebookDocument { Path = Name + ".ipynb" };
        foreach (var cell in whole.Cells.Where(cell => Kept.Contains(cell.Id)))
        {
            small.Cells.Add(cell);
        }

        Cell(small, "cell-04").Source = "var birds = Data.Penguins();"; // without its chart, which takes a second
        return small;
    }

    internal static NotebookDocument Start() => NotebookDocument.Load(Path.Combine(CourseProgram.Root, "notebooks", "00-start-here.ipynb"));

    internal static NotebookCell Cell(NotebookDocument notebook, string id) => notebook.Cells.First(cell => cell.Id == id);

    internal static string Solution(string id) => File.ReadAllText(Path.Combine(CourseProgram.Root, "lib", "Course", "Exercises", "Notebook" + id[..2], id + ".solution.cs")).Trim();

    internal static string WrongAnswer(string name) => File.ReadAllText(Path.Combine(CourseProgram.Root, "tests", "Course.Notebooks.Tests", "Answers", name + ".cs")).Trim();

    /// <summary>An answer in place of the stub.</summary>
    /// <param name="check">What stands in place of the check; null: the check.</param>
    internal static NotebookDocument With(this NotebookDocument notebook, string id, string answer, string? check = null)
    {
        var cell = Cell(notebook, "exercise-" + id);
        cell.Source = $"{answer}\n\n{check ?? cell.Source.Split('\n')[^1]}";
        return notebook;
    }

    internal static NotebookDocument Solved(this NotebookDocument notebook) =>
        notebook.With("01-1", Solution("01-1")).With("01-2", Solution("01-2")).With("01-4", Solution("01-4"));

    internal static NotebookDocument Without(this NotebookDocument notebook, string id)
    {
        notebook.Cells.Remove(Cell(notebook, id));
        return notebook;
    }

    internal static NotebookDocument Added(this NotebookDocument notebook, string id, string source, int? at = null)
    {
        notebook.Cells.Insert(at ?? notebook.Cells.Count, new NotebookCell { Id = id, Kind = CellKind.Code, Source = source });
        return notebook;
    }

    /// <summary>As older programs save it: format 4.4, whose cells have no ids.</summary>
    internal static string WithoutIds(NotebookDocument notebook)
    {
        var json = JsonNode.Parse(notebook.ToJson())!;
        json["nbformat_minor"] = 4;
        json["cells"]!.AsArray().ToList().ForEach(cell => cell!.AsObject().Remove("id"));
        return json.ToJsonString();
    }

    /// <summary>Writes the course's notebooks into a checkout.</summary>
    internal static void Write(string notebooks)
    {
        File.WriteAllText(Path.Combine(notebooks, Name + ".ipynb"), Notebook().ToJson());
        File.WriteAllText(Path.Combine(notebooks, "00-start-here.ipynb"), Start().ToJson());
    }
}
