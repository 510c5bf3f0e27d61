using Course.Kernel.Notebooks;

namespace Course.Cli.Grading;

/// <summary>A notebook of the course, by which learners' copies are known and judged.</summary>
internal sealed class CourseNotebook
{
    private const string OptionalMark = "// optional";
    private readonly HashSet<string> _texts;

    internal CourseNotebook(NotebookDocument document)
    {
        Name = Path.GetFileNameWithoutExtension(document.Path);
        Cells = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        Exercises = [.. Cells.Select(cell => CourseExercise.Of(cell, document)).OfType<CourseExercise>()];
        _texts = [.. Cells.Select(cell => Plain(cell.Source))];
    }

    /// <summary>The file's name without its extension.</summary>
    internal string Name { get; }

    /// <summary>Its code cells.</summary>
    internal IReadOnlyList<NotebookCell> Cells { get; }

    internal IReadOnlyList<CourseExercise> Exercises { get; }

    /// <summary>The cell that loads the library.</summary>
    internal NotebookCell? SetUp => Cells is [var first, ..] ? first : null;

    /// <summary>Those of a folder that have exercises, by name; files that are no notebooks are left out.</summary>
    internal static IReadOnlyList<CourseNotebook> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Load).OfType<CourseNotebook>().Where(notebook => notebook.Exercises.Count > 0)]
        : [];

    /// <summary>Code as it is compared: ends of lines and of the cell do not count.</summary>
    internal static string Plain(string source) => string.Join('\n', source.Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    /// <summary>True if a cell's text stands in the course's notebook like that.</summary>
    internal bool Has(string source) => _texts.Contains(Plain(source));

    /// <summary>A cell that may fail for want of a package; grading does without it.</summary>
    internal static bool IsOptional(string source) => source.StartsWith(OptionalMark, StringComparison.Ordinal);

    /// <summary>How much of this notebook is in another; 0: nothing.</summary>
    internal int Likeness(NotebookDocument other)
    {
        var cells = other.Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        var ids = cells.Select(cell => cell.Id).ToHashSet();
        var checks = cells.SelectMany(cell => CheckCall.In(cell.Source)).Select(call => call.Id).ToHashSet();
        return Exercises.Count(exercise => ids.Contains(exercise.CellId) || checks.Contains(exercise.Id)) + cells.Count(cell => cell.Source.Length > 0 && Has(cell.Source));
    }

    private static CourseNotebook? Load(string file)
    {
        try
        {
            return new CourseNotebook(NotebookDocument.Load(file));
        }
        catch (NotebookFormatException)
        {
            return null; // course check tells
        }
    }
}
