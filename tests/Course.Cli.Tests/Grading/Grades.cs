using System.Text;

namespace Course.Cli.Tests.Grading;

/// <summary>A grades.csv as a spreadsheet reads it.</summary>
internal sealed class Grades
{
    private readonly List<string[]> _rows;

    internal Grades(string text) => _rows = [.. Rows(text)];

    internal IReadOnlyList<string> Header => _rows[0];

    internal IEnumerable<string> Learners => _rows.Skip(1).Select(row => row[0]);

    internal string this[string learner, string column] => _rows.Single(row => row[0] == learner)[Array.IndexOf(_rows[0], column)];

    private static IEnumerable<string[]> Rows(string text)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"': field.Append(text[++i]); break;
                case '"': isQuoted = !isQuoted; break;
                case ',' when !isQuoted: End(); break;
                case '\r' when !isQuoted: break;
                case '\n' when !isQuoted:
                    End();
                    yield return [.. fields];
                    fields.Clear();
                    break;
                default: field.Append(text[i]); break;
            }
        }

        void End()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
