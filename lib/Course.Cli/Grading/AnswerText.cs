using System.Globalization;
using Course.Kernel.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Cli.Grading;

/// <summary>An answer's text up to names: spaces and comments do not count, and what the answer declares itself is called by its number.</summary>
internal static class AnswerText
{
    /// <summary>The tokens; none of text that is no C#.</summary>
    internal static IReadOnlyList<string> Of(string code)
    {
        if (CSharpText.Parse(code) is not { } root)
        {
            return [];
        }

        var own = root.DescendantNodes().Select(Declared).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. root.DescendantTokens().Where(token => token.Text.Length > 0).Select(token => token.IsKind(SyntaxKind.IdentifierToken) && own.Contains(token.ValueText) ? Number(names, token.ValueText) : token.Text)];
    }

    /// <summary>How many tokens of an answer are not the stub's: what is left between the beginning and the end that both share.</summary>
    internal static int OwnWork(IReadOnlyList<string> answer, IReadOnlyList<string> stub)
    {
        var least = Math.Min(answer.Count, stub.Count);
        var head = Enumerable.Range(0, least).TakeWhile(i => answer[i] == stub[i]).Count();
        var tail = Enumerable.Range(1, least - head).TakeWhile(i => answer[^i] == stub[^i]).Count();
        return answer.Count - head - tail;
    }

    private static string Number(Dictionary<string, string> names, string name)
    {
        if (!names.TryGetValue(name, out var number))
        {
            names[name] = number = "§" + names.Count.ToString(CultureInfo.InvariantCulture);
        }

        return number;
    }

    private static SyntaxToken Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        SingleVariableDesignationSyntax designation => designation.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        TypeParameterSyntax type => type.Identifier,
        TupleElementSyntax element => element.Identifier,
        LabeledStatementSyntax label => label.Identifier,
        FromClauseSyntax from => from.Identifier,
        LetClauseSyntax let => let.Identifier,
        JoinClauseSyntax join => join.Identifier,
        JoinIntoClauseSyntax into => into.Identifier,
        QueryContinuationSyntax into => into.Identifier,
        _ => default,
    };
}
