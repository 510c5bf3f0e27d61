using System.Globalization;
using System.Text;
using Course.Kernel.Export;

namespace Course.Cli.Grading;

/// <summary>A page for each learner, and one that leads to them, in the look of the course's site.</summary>
internal static class GradePages
{
    private const string Title = "Grades";
    private const int LongestAnswer = 20_000;

    /// <summary>Writes them as a whole.</summary>
    /// <returns>The page to open first.</returns>
    /// <exception cref="SiteExportException">The folder holds something else, or the disk refuses.</exception>
    internal static string Write(string folder, GradeBook book)
    {
        var files = FilesOf(book.Learners);
        PlainSite.Write(folder, Title, SiteBuilder.WebAssets, [("index.html", Title, Index(book, files)), .. book.Learners.Zip(files, (learner, file) => (file, Plain(learner.Name), Page(learner)))]);
        return Path.Combine(folder, "index.html");
    }

    /// <summary>A different file name for each, from the learner's.</summary>
    internal static IReadOnlyList<string> FilesOf(IReadOnlyList<LearnerGrade> learners)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        return [.. learners.Select(learner =>
        {
            var slug = Slug.Of(learner.Name) is { Length: > 0 } some ? some[..Math.Min(some.Length, 80)] : "learner";
            var name = slug;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}");
            }

            return name + ".html";
        })];
    }

    /// <summary>Text that a page or a terminal shows as it is: no control characters, which may colour, move or reverse.</summary>
    internal static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? '\uFFFD' : c));

    private static string Index(GradeBook book, IReadOnlyList<string> files)
    {
        var html = new StringBuilder("<section class=\"prose grades\">\n<table>\n<thead><tr><th>Learner</th>");
        book.Notebooks.ToList().ForEach(notebook => html.Append($"<th>{Html.Encode(notebook.Name)}</th>"));
        html.Append("<th>Points</th><th>Remarks</th></tr></thead>\n<tbody>\n");
        foreach (var (learner, file) in book.Learners.Zip(files))
        {
            html.Append($"<tr><td><a href=\"{Uri.EscapeDataString(file)}\">{Html.Encode(Plain(learner.Name))}</a></td>");
            book.Notebooks.ToList().ForEach(notebook => html.Append($"<td>{Share(learner, notebook)}</td>"));
            html.Append(CultureInfo.InvariantCulture, $"<td>{learner.Points}</td><td>{Html.Encode(Plain(string.Join("; ", learner.AllRemarks)))}</td></tr>\n");
        }

        return html.Append("</tbody>\n</table>\n</section>\n").ToString();
    }

    private static string Share(LearnerGrade learner, CourseNotebook notebook) =>
        learner.Notebooks.FirstOrDefault(handed => handed.Course == notebook) is { } grade ? string.Create(CultureInfo.InvariantCulture, $"{grade.Points} of {grade.Exercises.Count}") : "–";

    private static string Page(LearnerGrade learner)
    {
        var html = new StringBuilder("<section class=\"prose\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{learner.Points} of {learner.Exercises.Count()} exercises are right.</p>\n").Append(List(learner.Remarks)).Append("</section>\n");
        learner.Notebooks.ToList().ForEach(notebook => html.Append(Notebook(notebook)));
        return html.ToString();
    }

    private static string Notebook(NotebookGrade notebook) =>
        $"<section class=\"prose\"><h2>{Html.Encode(notebook.Course!.Name)}</h2>\n<p>From {Html.Encode(Plain(notebook.File))}.</p>\n{List(notebook.Remarks)}</section>\n{string.Concat(notebook.Exercises.Select(Exercise))}";

    private static string Exercise(ExerciseGrade exercise)
    {
        var answer = exercise.Answer.Length == 0 ? "" : CodeBlockHtml.Of(exercise.Answer.Length <= LongestAnswer ? exercise.Answer : exercise.Answer[..LongestAnswer] + "\n…", "csharp");
        var why = exercise.Why.Length == 0 ? "" : $"<pre class=\"said\">{Html.Encode(exercise.Why)}</pre>";
        return $"<section id=\"exercise-{exercise.Id}\">\n<h3>Exercise {exercise.Id}<span class=\"outcome\">{Mark(exercise.Outcome)} {exercise.Outcome}</span></h3>\n<div class=\"prose\">{List(exercise.Remarks)}</div>\n<div class=\"graded\">{answer}{why}</div>\n</section>\n";
    }

    private static string Mark(string outcome) => outcome switch
    {
        Outcome.Right => "✓",
        Outcome.Held => "?",
        Outcome.NotAttempted or Outcome.Removed or Outcome.NotReached => "○",
        _ => "✗",
    };

    private static string List(IReadOnlyList<string> remarks) =>
        remarks.Count == 0 ? "" : $"<ul>\n{string.Concat(remarks.Select(remark => $"<li>{Html.Encode(Plain(remark))}</li>\n"))}</ul>\n";
}
