using System.Globalization;
using Spectre.Console;

namespace Course.Cli.Grading;

/// <summary>The class in the terminal.</summary>
internal static class GradeTable
{
    private const int MostColumns = 12; // with more exercises, a column a notebook

    /// <summary>A row a learner; what was noticed stands below.</summary>
    internal static void Print(IAnsiConsole console, GradeBook book)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("learner");
        var ids = book.ExerciseIds;
        var isShort = ids.Count <= MostColumns;
        (isShort ? ids : book.Notebooks.Select(notebook => notebook.Name)).ToList().ForEach(name => table.AddColumn(Markup.Escape(name)));
        table.AddColumn("points");
        foreach (var learner in book.Learners)
        {
            var cells = isShort ? ids.Select(id => Word(learner.Find(id)?.Outcome)) : book.Notebooks.Select(notebook => Share(learner, notebook));
            table.AddRow([Markup.Escape(GradePages.Plain(learner.Name)), .. cells, learner.Points.ToString(CultureInfo.InvariantCulture)]);
        }

        console.Write(table);
        foreach (var learner in book.Learners)
        {
            foreach (var remark in learner.AllRemarks)
            {
                console.MarkupLineInterpolated($"[yellow]{GradePages.Plain(learner.Name)}: {GradePages.Plain(remark)}[/]");
            }
        }
    }

    private static string Share(LearnerGrade learner, CourseNotebook notebook) =>
        learner.Notebooks.FirstOrDefault(handed => handed.Course == notebook) is { } grade ? string.Create(CultureInfo.InvariantCulture, $"{grade.Points} of {grade.Exercises.Count}") : "";

    private static string Word(string? outcome) => outcome switch
    {
        null => "",
        Outcome.Right => $"[green]{outcome}[/]",
        Outcome.NotAttempted or Outcome.Removed or Outcome.NotReached => $"[grey]{outcome}[/]",
        Outcome.Held => $"[yellow]{outcome}[/]",
        _ => $"[red]{outcome}[/]",
    };
}
