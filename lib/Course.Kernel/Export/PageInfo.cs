using System.Globalization;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;
using Course.Kernel.Notebooks.Prose;
using Markdig.Syntax;

namespace Course.Kernel.Export;

/// <summary>What the rest of the site needs to know about a notebook's page.</summary>
/// <param name="File">The page, for instance <c>01-neuron.html</c>.</param>
/// <param name="NotebookFile">The notebook's file name.</param>
/// <param name="Id">The two digits before its name; null if it has none.</param>
/// <param name="Title">Its heading without the number.</param>
/// <param name="Needs">Ids of the notebooks that its opening asks for.</param>
/// <param name="Skills">What a reader can do afterwards, as its opening lists it.</param>
/// <param name="Minutes">Time that its opening asks of a learner; null if it names none.</param>
/// <param name="Exercises">Ids of the exercises that it checks.</param>
/// <param name="Solved">How many of them are right in this run.</param>
internal sealed partial record PageInfo(string File, string NotebookFile, string? Id, string Title, IReadOnlyList<string> Needs, IReadOnlyList<string> Skills, int? Minutes, IReadOnlySet<string> Exercises, int Solved)
{
    private static readonly string[] Numerals = ["one", "two", "three", "four", "five"];

    /// <summary>The page as a relative address.</summary>
    public string Url => Uri.EscapeDataString(File);

    /// <summary>Reads it from the notebook.</summary>
    public static PageInfo Of(NotebookDocument notebook)
    {
        var name = Path.GetFileNameWithoutExtension(notebook.Path);
        var opening = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Take(2).Select(cell => MinutesIn(cell.Source));
        var minutes = opening.FirstOrDefault(found => found is not null);
        var exercises = notebook.Cells.Where(cell => cell.Id.StartsWith("exercise-", StringComparison.Ordinal)).ToList();
        return new PageInfo(
            name + ".html",
            name + ".ipynb",
            IdPattern().Match(name) is { Success: true } id ? id.Value : null,
            WithoutNumber(notebook.Title),
            NeedsIn(notebook.Cells.FirstOrDefault()?.Source ?? ""),
            SkillsIn(notebook.Cells.FirstOrDefault()?.Source ?? ""),
            minutes,
            exercises.Select(cell => cell.Id["exercise-".Length..]).ToHashSet(),
            exercises.Count(IsSolved));
    }

    /// <summary>What a map says beside a notebook: the exercises that are right in this run; empty while none is.</summary>
    public string Progress => Solved == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Solved} of {Exercises.Count} \u2713");

    /// <summary>Where a map says it; what the reader solves in the browser is filled in by the page's script.</summary>
    /// <param name="css">Its class.</param>
    public string ProgressHtml(string css) => Id is null || Exercises.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"<span class=\"{css}\" data-checks=\"{Id} {Exercises.Count}\">{Progress}</span>");

    // The card of a check is named by its verdict.
    private static bool IsSolved(NotebookCell cell) => cell.Outputs.Any(output =>
        NotebookText.Of(output["data"]?["text/html"]).Contains("aria-label=\"right: Exercise ", StringComparison.Ordinal));

    /// <summary>A heading such as "01 · A neuron" without its number, which the page sets apart.</summary>
    public static string WithoutNumber(string heading) => NumberPattern().Replace(heading, "");

    // "*Needs notebooks 03 and 08. 135 minutes; …*"
    private static List<string> NeedsIn(string opening)
    {
        var sentence = opening.Split('\n').FirstOrDefault(line => line.StartsWith("*Needs ", StringComparison.Ordinal))?.Split(". ")[0] ?? "";
        return [.. CrossReference.In(sentence).Select(reference => reference.Id)];
    }

    private static List<string> SkillsIn(string opening) =>
        [.. (MarkdownText.Parse(opening).Descendants<ListBlock>().FirstOrDefault()?.Descendants<ParagraphBlock>() ?? [])
            .Select(item => MarkdownText.PlainText(item.Inline).TrimEnd(';', '.'))];

    // "Two hours; every cell together runs in 24 s on two cores (laptop 2 minutes, full 6)": what runs is not what is asked.
    private static int? MinutesIn(string opening)
    {
        var match = TimePattern().Match(opening);
        if (!match.Success)
        {
            return null;
        }

        var number = Array.IndexOf(Numerals, match.Groups["number"].Value.ToLowerInvariant());
        number = number >= 0 ? number + 1 : int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value.StartsWith("hour", StringComparison.Ordinal) ? 60 * number : number;
    }

    [GeneratedRegex(@"^\d\d(?=\D|$)")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d\d\s*[·.:–-]\s*")]
    private static partial Regex NumberPattern();

    // At the start of a sentence: "*Needs notebook 01. 45 minutes; …".
    [GeneratedRegex(@"(?:^|[.*_]\s*)(?<number>\d{1,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?<unit>minutes?|hours?)\b", RegexOptions.Multiline)]
    private static partial Regex TimePattern();
}
