using Course.Kernel.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Course.Cli.Grading;

/// <summary>One call of <c>Check.Exercise</c> in a cell.</summary>
/// <param name="Id">The exercise that it names; null if that is no plain text.</param>
/// <param name="Text">The call without spaces and comments, so that two can be compared.</param>
/// <param name="Statement">Where it stands, if it is a statement of the cell by itself.</param>
internal sealed record CheckCall(string? Id, string Text, TextSpan? Statement)
{
    /// <summary>All of a cell, in order; none of text that is no C#.</summary>
    internal static IReadOnlyList<CheckCall> In(string code) => CSharpText.Parse(code) is { } root
        ? [.. root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsCheck).Select(Of)]
        : [];

    /// <summary>The cell without its checks; each line keeps its number.</summary>
    internal static string Without(string code)
    {
        var text = code.ToCharArray();
        foreach (var span in In(code).Select(call => call.Statement).OfType<TextSpan>())
        {
            for (var i = span.Start; i < span.End; i++)
            {
                text[i] = text[i] == '\n' ? '\n' : ' ';
            }
        }

        return new string(text);
    }

    /// <summary>The tokens of some code, one space between two.</summary>
    internal static string TokensOf(SyntaxNode node) => string.Join(' ', node.DescendantTokens().Where(token => token.Text.Length > 0).Select(token => token.Text));

    private static bool IsCheck(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exercise", Expression: var owner }
        && (owner is SimpleNameSyntax { Identifier.ValueText: "Check" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Check" } or QualifiedNameSyntax { Right.Identifier.ValueText: "Check" });

    private static CheckCall Of(InvocationExpressionSyntax call) => new(
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string id } ? id : null,
        TokensOf(call),
        call.Parent is ExpressionStatementSyntax { Parent: GlobalStatementSyntax statement } ? statement.Span : null);
}
