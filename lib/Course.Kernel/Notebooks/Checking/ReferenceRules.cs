using Course.Kernel.Notebooks.Prose;
using Markdig.Syntax;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>"Notebook 05" and "exercise 04-2" name something that is there, or is to come. The site makes links of them.</summary>
internal static class ReferenceRules
{
    private const string Rule = "references";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook, IReadOnlySet<string>? notebooks, IReadOnlySet<string>? exercises) =>
        from entry in notebook.CellsOf(CellKind.Markdown)
        from block in MarkdownText.Parse(entry.Cell.Source).Descendants<LeafBlock>()
        where block.Inline is not null
        from reference in CrossReference.In(MarkdownText.Sentence(block.Inline!))
        where IsLost(reference, notebooks, exercises)
        select notebook.Finding(
            entry.Index, Rule, $"{(reference.IsExercise ? "exercise" : "notebook")} {reference.Id} is not there", "correct the number");

    // An exercise of a notebook that is to come may be announced.
    private static bool IsLost(CrossReference reference, IReadOnlySet<string>? notebooks, IReadOnlySet<string>? exercises) =>
        notebooks?.Contains(reference.Id[..2]) == false
        || (reference.IsExercise && exercises?.Contains(reference.Id) == false && exercises.Any(id => id.StartsWith(reference.Id[..3], StringComparison.Ordinal)));
}
