using Course.Kernel.Directives;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>Code cells: no outputs, short enough to be seen whole, lines that fit a phone turned sideways, verbs that every host knows.</summary>
internal static class CellRules
{
    private const int MaxLines = 25;
    private const int ShortLines = 12;
    private const int MaxColumns = 90;
    private static readonly string[] PortableVerbs = [.. DirectiveTable.Rows.Where(row => row.IsPortable && row.EndsText).Select(row => row.Name)];

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook) =>
        notebook.CellsOf(CellKind.Code).SelectMany(entry => Check(notebook, entry.Index, entry.Cell)).Concat(CheckMostAreShort(notebook));

    // One long cell is allowed in any notebook, and one in four in a longer one.
    private static IEnumerable<NotebookFinding> CheckMostAreShort(NotebookDocument notebook)
    {
        var cells = notebook.CellsOf(CellKind.Code).ToList();
        var isLong = cells.Where(entry => FilledLines(entry.Cell) > ShortLines).ToList();
        if (isLong.Count > Math.Max(1, cells.Count / 4))
        {
            var positions = string.Join(", ", isLong.Select(entry => entry.Index + 1));
            yield return notebook.Finding("length", $"{isLong.Count} of {cells.Count} code cells have more than {ShortLines} non-blank lines (cells {positions})", "a quarter may; split some or move code to lib/Course");
        }
    }

    private static int FilledLines(NotebookCell cell) => cell.Source.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));

    private static IEnumerable<NotebookFinding> Check(NotebookDocument notebook, int index, NotebookCell cell)
    {
        if (cell.Outputs.Count > 0 || cell.ExecutionCount is not null)
        {
            yield return notebook.Finding(index, "outputs", "the cell was committed with its output", "clear all outputs and save; the executed copies are on the site");
        }

        var lines = cell.Source.Split('\n');
        var filled = FilledLines(cell);
        if (filled is 0 or > MaxLines)
        {
            yield return notebook.Finding(index, "length", $"{filled} non-blank lines", $"1 to {MaxLines} are wanted; split the cell or move code to lib/Course");
        }

        foreach (var (number, line) in lines.Index().Where(line => line.Item.Length > MaxColumns))
        {
            yield return notebook.Finding(index, "width", $"line {number + 1} has {line.Length} columns", $"break it at {MaxColumns}");
        }

        if (CSharpText.Parse(cell.Source) is null)
        {
            yield return notebook.Finding(index, "nesting", $"brackets stand more than {Nesting.Deepest} deep in each other, or the cell has more than 100,000 characters", "split the expression, so that it can be read");
        }

        foreach (var verb in lines.Where(IsUnportable))
        {
            yield return notebook.Finding(index, "portable", $"not every host knows {verb.Trim()}", $"only {string.Join(" and ", PortableVerbs)} work everywhere");
        }
    }

    private static bool IsUnportable(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) && !PortableVerbs.Contains(line.Split(' ')[0].Trim());
}
