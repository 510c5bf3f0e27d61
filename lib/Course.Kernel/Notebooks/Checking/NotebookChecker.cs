using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>Checks committed notebooks against the rules that keep them alike, readable, and at home in every host.</summary>
public static class NotebookChecker
{
    /// <summary>Checks one file.</summary>
    /// <param name="path">An .ipynb file.</param>
    /// <param name="knownExercises">Ids such as <c>01-2</c> that the library has a solution for; null: not checked.</param>
    /// <param name="knownNotebooks">Numbers of the course's notebooks, planned ones included; null: not checked.</param>
    /// <returns>What is wrong, in the order of the rules; empty if nothing is.</returns>
    public static IReadOnlyList<NotebookFinding> Check(string path, IReadOnlySet<string>? knownExercises, IReadOnlySet<string>? knownNotebooks = null)
    {
        try
        {
            var notebook = NotebookDocument.Load(path);
            var words = WordList.In(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return
            [
                .. FormatRules.Check(notebook),
                .. CellRules.Check(notebook),
                .. MinutesRules.Check(notebook),
                .. HeadingRules.Check(notebook),
                .. SetupRules.Check(notebook),
                .. ExerciseRules.Check(notebook, knownExercises),
                .. LinkRules.Check(notebook),
                .. ReferenceRules.Check(notebook, knownNotebooks, knownExercises),
                .. WordRules.Check(notebook, words),
                .. WordRules.CheckExercises(notebook, words),
            ];
        }
        catch (NotebookFormatException e)
        {
            return [new NotebookFinding(path, null, null, "format", e.Problem, "a notebook has to be readable before the other rules can be checked")];
        }
    }

    internal static NotebookFinding Finding(this NotebookDocument notebook, string rule, string problem, string cure) =>
        new(notebook.Path, null, null, rule, problem, cure);

    internal static NotebookFinding Finding(this NotebookDocument notebook, int index, string rule, string problem, string cure) =>
        new(notebook.Path, index + 1, notebook.Cells[index].Id, rule, problem, cure);

    internal static IEnumerable<(int Index, NotebookCell Cell)> CellsOf(this NotebookDocument notebook, CellKind kind) =>
        notebook.Cells.Index().Where(entry => entry.Item.Kind == kind);
}
