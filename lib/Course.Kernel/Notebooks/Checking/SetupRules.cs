namespace Course.Kernel.Notebooks.Checking;

/// <summary>The file's name begins with its number, and the first code cell loads the library and opens the notebook by that number.</summary>
internal static class SetupRules
{
    internal const string LoadLine = "#r \"nuget: Course, 1.0.0\"";
    private const string Rule = "set-up";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook)
    {
        var number = NumberOf(notebook);
        if (number is null)
        {
            yield return notebook.Finding(Rule, "the file's name does not begin with two digits and a hyphen", "call it NN-a-few-words.ipynb");
        }

        var first = notebook.CellsOf(CellKind.Code).FirstOrDefault();
        if (first.Cell is null)
        {
            yield return notebook.Finding(Rule, "there is no code cell", $"begin with one that has {LoadLine}");
            yield break;
        }

        var lines = first.Cell.Source.Split('\n').Select(line => line.Split("//")[0].TrimEnd()).ToList();
        foreach (var wanted in new[] { LoadLine, "using Course;", $"Notebook.Open(\"{number ?? "NN"}\")" }.Where(wanted => !lines.Contains(wanted)))
        {
            yield return notebook.Finding(first.Index, Rule, $"the first code cell has no line {wanted}", "write it exactly so: every host loads the library by it");
        }
    }

    /// <summary>The two digits that the file's name begins with; null if it does not.</summary>
    internal static string? NumberOf(NotebookDocument notebook)
    {
        var name = Path.GetFileName(notebook.Path);
        return name.Length > 3 && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[1]) && name[2] == '-' ? name[..2] : null;
    }
}
