using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;

namespace Course.Notebooks.Tests;

/// <summary>A cell that ends with a check.</summary>
/// <param name="Id">"01-2".</param>
/// <param name="Cell">Where it stands.</param>
internal sealed partial record ExerciseCell(string Id, NotebookCell Cell)
{
    private const string CellIdPrefix = "exercise-";

    /// <summary>Null for any other cell.</summary>
    public static ExerciseCell? From(NotebookCell cell) =>
        cell.Id.StartsWith(CellIdPrefix, StringComparison.Ordinal) ? new ExerciseCell(cell.Id[CellIdPrefix.Length..], cell) : null;

    /// <summary>The line that checks; null when the cell has none for its own exercise.</summary>
    public string? CheckLine =>
        Cell.Source.Split('\n').LastOrDefault(line => CheckCall().Match(line) is { Success: true } call && call.Groups[1].Value == Id);

    /// <summary>The cell with another answer in place of the stub.</summary>
    public string With(string answer) => $"{answer}\n\n{CheckLine}";

    [GeneratedRegex("^Check\\.Exercise\\(\"([^\"]+)\"")]
    private static partial Regex CheckCall();
}
