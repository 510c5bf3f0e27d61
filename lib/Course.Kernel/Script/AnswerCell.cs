using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>What the compiler does for cells in which a learner answers an exercise, and for others that run once only.</summary>
internal static class AnswerCell
{
    /// <summary>
    /// True if the cell is to be compiled without optimisation, so that an exception names its true line: an answer is small,
    /// and code without loops, lambdas and functions runs once.
    /// </summary>
    public static bool NeedsTrueLines(CompilationUnitSyntax root) =>
        Checks(root).Any() || !root.DescendantNodes().Any(node => IsFunction(node) || node
            is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or GotoStatementSyntax);

    /// <summary>
    /// True if somebody else than the session may look at the lines of the cell's calls: who catches an exception inside of
    /// one or asks for the stack. In all other cells an exception ends the cell, and the session tells it.
    /// </summary>
    public static bool NeedsSymbols(CompilationUnitSyntax root) =>
        root.ContainsDirectives // a loaded file may have anything
        || root.DescendantNodes().Any(node => IsFunction(node) || node is TryStatementSyntax or IdentifierNameSyntax { Identifier.ValueText: "StackTrace" or "StackFrame" })
        || Checks(root).Any();

    /// <summary>
    /// Says of a function that is checked which one is meant: the cell's own. Its name alone means all functions of that name,
    /// those of earlier runs of the cell among them.
    /// </summary>
    public static IEnumerable<CodeSite> Casts(CompilationUnitSyntax root) =>
        from check in Checks(root)
        from argument in check.ArgumentList.Arguments
        where argument.Expression is IdentifierNameSyntax
        let functions = root.Members.OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.ValueText == argument.ToString()).ToList()
        where functions.Count == 1 && DelegateType(functions[0]) is not null
        select new CodeSite(argument.Span, [new CodeSite.Piece(argument.SpanStart, $"({DelegateType(functions[0])})")]) { IsDoubtful = true };

    private static bool IsFunction(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or BaseTypeDeclarationSyntax or BasePropertyDeclarationSyntax;

    private static IEnumerable<InvocationExpressionSyntax> Checks(CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exercise", Expression: IdentifierNameSyntax { Identifier.ValueText: "Check" } });

    /// <summary>The delegate type that a function fits, by its own words; null for one that needs another (generic, ref, default values).</summary>
    internal static string? DelegateType(MethodDeclarationSyntax function)
    {
        var parameters = function.ParameterList.Parameters;
        if (function.TypeParameterList is not null || parameters.Count > 16 || function.ReturnType is RefTypeSyntax
            || parameters.Any(parameter => parameter.Modifiers.Any() || parameter.Type is null || parameter.Default is not null))
        {
            return null;
        }

        var types = parameters.Select(parameter => parameter.Type!.ToString()).ToList();
        return function.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            ? types.Count == 0 ? "global::System.Action" : $"global::System.Action<{string.Join(", ", types)}>"
            : $"global::System.Func<{string.Join(", ", types.Append(function.ReturnType.ToString()))}>";
    }
}
