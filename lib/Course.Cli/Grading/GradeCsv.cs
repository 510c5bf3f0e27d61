using System.Globalization;
using System.Text;
using Course.Kernel;

namespace Course.Cli.Grading;

/// <summary>grades.csv: a row a learner, a column an exercise, points and remarks.</summary>
internal static class GradeCsv
{
    private const string NewLine = "\r\n"; // as RFC 4180 wants it

    /// <summary>Writes it whole or not at all; with a byte order mark, without which Excel takes an ü for two signs.</summary>
    internal static void Write(string path, GradeBook book) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.Write(Of(book));
    });

    internal static string Of(GradeBook book)
    {
        var text = new StringBuilder(Row(["learner", .. book.ExerciseIds, "points", "remarks"]));
        foreach (var learner in book.Learners)
        {
            text.Append(Row(
            [
                learner.Name,
                .. book.ExerciseIds.Select(id => learner.Find(id)?.Outcome ?? ""),
                learner.Points.ToString(CultureInfo.InvariantCulture),
                string.Join("; ", learner.AllRemarks),
            ]));
        }

        return text.ToString();
    }

    private static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + NewLine;

    private static string Field(string text)
    {
        var safe = Harmless(string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)));
        return safe.AsSpan().IndexOfAny("\",;\t ") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // A spreadsheet takes what begins so for a formula; the apostrophe makes it text, and is not shown.
    private static string Harmless(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
