using Course.Kernel.Notebooks;
using Course.Kernel.Script;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Cli.Grading;

/// <summary>An exercise as the course's own notebook has it.</summary>
/// <param name="Id">"01-2".</param>
/// <param name="CellId">Of its cell.</param>
/// <param name="Stub">The cell without its check.</param>
/// <param name="Check">The check, as written there.</param>
/// <param name="Functions">Names that the stub declares and the check hands in.</param>
/// <param name="Helpers">What else of the notebook the check calls: the names that a cell declares, and the cell.</param>
internal sealed record CourseExercise(
    string Id, string CellId, string Stub, string Check, IReadOnlyList<string> Functions, IReadOnlyList<(IReadOnlyList<string> Names, string Source)> Helpers)
{
    private const string CellIdPrefix = "exercise-";

    /// <summary>The check without spaces and comments.</summary>
    internal string CheckText => CheckCall.In(Check)[0].Text;

    /// <summary>Null for a cell that is no exercise.</summary>
    internal static CourseExercise? Of(NotebookCell cell, NotebookDocument notebook)
    {
        var id = cell.Id.StartsWith(CellIdPrefix, StringComparison.Ordinal) ? cell.Id[CellIdPrefix.Length..] : null;
        if (id is null || CheckCall.In(cell.Source).LastOrDefault(call => call.Id == id && call.Statement is not null) is not { Statement: { } span })
        {
            return null;
        }

        var stub = CheckCall.Without(cell.Source);
        var check = cell.Source.Substring(span.Start, span.Length);
        var names = NamesIn(check);
        var helpers = notebook.Cells.TakeWhile(other => other != cell)
            .Where(other => other.Kind == CellKind.Code)
            .Select(other => (Names: (IReadOnlyList<string>)[.. DeclaredIn(other.Source).Intersect(names)], other.Source))
            .Where(helper => helper.Names.Count > 0);
        return new(id, cell.Id, stub.TrimEnd(), check, [.. DeclaredIn(stub).Intersect(names)], [.. helpers]);
    }

    /// <summary>The names of the functions and variables that a cell declares, not those inside of them.</summary>
    internal static IReadOnlyList<string> DeclaredIn(string code) => CSharpText.Parse(code) is CompilationUnitSyntax root
        ? [.. root.Members.SelectMany(Declared).Distinct()]
        : [];

    /// <summary>
    /// The check for a run that trusts nobody: the library's own, whatever the learner calls <c>Check</c>, and the newest of the learner's
    /// functions of a name.
    /// </summary>
    /// <param name="answer">The learner's cell, which stands before it.</param>
    internal string TrustedCheck(string answer)
    {
        var call = CSharpText.Parse(Check)!.DescendantNodes().OfType<InvocationExpressionSyntax>().First();
        var handed = call.ArgumentList.Arguments[^1].Expression;
        var cast = handed is IdentifierNameSyntax name && FunctionIn(answer, name.Identifier.ValueText) is { } function && AnswerCell.DelegateType(function) is { } type ? $"({type})" : "";
        return "global::Course." + Check[..handed.SpanStart] + cast + Check[handed.SpanStart..];
    }

    private static MethodDeclarationSyntax? FunctionIn(string code, string name) =>
        (CSharpText.Parse(code) as CompilationUnitSyntax)?.Members.OfType<MethodDeclarationSyntax>().LastOrDefault(method => method.Identifier.ValueText == name);

    private static HashSet<string> NamesIn(string code) =>
        [.. CSharpText.Parse(code)!.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => [function.Identifier.ValueText],
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax variables } => variables.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };
}
