using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>Every exercise is one the library knows, belongs to this notebook, and stands in a cell that tests can find by its id.</summary>
internal static class ExerciseRules
{
    private const string Rule = "exercise";
    private const string CellPrefix = "exercise-";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook, IReadOnlySet<string>? known) =>
        notebook.CellsOf(CellKind.Code).SelectMany(entry => Check(notebook, entry.Index, entry.Cell, known));

    private static IEnumerable<NotebookFinding> Check(NotebookDocument notebook, int index, NotebookCell cell, IReadOnlySet<string>? known)
    {
        var calls = CallsIn(cell.Source).ToList();
        foreach (var (verb, id) in calls.Where(call => known?.Contains(call.Id) == false))
        {
            yield return notebook.Finding(index, Rule, $"{verb}(\"{id}\") names an exercise that lib/Course does not have", $"add lib/Course/Exercises/Notebook{id.Split('-')[0]}/{id}.solution.cs or correct the id");
        }

        var number = SetupRules.NumberOf(notebook);
        foreach (var (verb, id) in calls.Where(call => call.Verb == "Exercise"))
        {
            if (cell.Id != CellPrefix + id)
            {
                yield return notebook.Finding(index, Rule, $"the cell that checks {id} has another id", $"give it the id {CellPrefix}{id}");
            }

            if (number is not null && !id.StartsWith(number + "-", StringComparison.Ordinal))
            {
                yield return notebook.Finding(index, Rule, $"exercise {id} is checked in notebook {number}", $"exercises of this notebook are {number}-1, {number}-2, …");
            }
        }

        if (cell.Id.StartsWith(CellPrefix, StringComparison.Ordinal) && !calls.Any(call => call.Verb == "Exercise"))
        {
            yield return notebook.Finding(index, Rule, "an exercise cell has no check", $"end it with Check.Exercise(\"{cell.Id[CellPrefix.Length..]}\", answer)");
        }
    }

    /// <summary>Calls of <c>Exercise</c>, <c>Hint</c> and <c>Solution</c> whose first argument is a text, from the syntax tree.</summary>
    private static IEnumerable<(string Verb, string Id)> CallsIn(string source) =>
        from call in CSharpText.Parse(source)?.DescendantNodes().OfType<InvocationExpressionSyntax>() ?? []
        let verb = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            IdentifierNameSyntax name => name.Identifier.Text,
            _ => "",
        }

        where verb is "Exercise" or "Hint" or "Solution"
        where call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string } }, ..]
        select (verb, (string)((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.Value!);
}
