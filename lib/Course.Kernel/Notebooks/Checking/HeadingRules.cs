using Course.Kernel.Notebooks.Prose;
using Markdig.Syntax;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>One title, at the top; levels without gaps, so that a table of contents and a screen reader can follow.</summary>
internal static class HeadingRules
{
    private const string Rule = "headings";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook)
    {
        var headings = notebook.CellsOf(CellKind.Markdown)
            .SelectMany(entry => MarkdownText.Parse(entry.Cell.Source).Descendants<HeadingBlock>().Select(heading => (entry.Index, heading.Level)))
            .ToList();
        var titles = headings.Count(heading => heading.Level == 1);
        if (titles != 1)
        {
            yield return notebook.Finding(Rule, $"{titles} level-one headings", "have one, the title");
        }
        else if (headings[0] is not (0, 1))
        {
            yield return notebook.Finding(Rule, "the title is not the first heading of the first cell", "begin with it");
        }

        foreach (var (before, after) in headings.Zip(headings.Skip(1)).Where(pair => pair.Second.Level > pair.First.Level + 1))
        {
            yield return notebook.Finding(after.Index, Rule, $"a level-{after.Level} heading follows one of level {before.Level}", $"use level {before.Level + 1}");
        }
    }
}
