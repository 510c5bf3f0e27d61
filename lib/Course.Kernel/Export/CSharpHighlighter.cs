using System.Text;
using Course.Kernel.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Export;

/// <summary>C# as HTML with one span a coloured token, from the compiler's own syntax tree.</summary>
/// <remarks>Classes: k keyword, t type, f function, s string, n number, c comment, d directive. Without tags the text is the source, character for character.</remarks>
internal static class CSharpHighlighter
{
    /// <summary>Script code, complete or not, as highlighted HTML; code that cannot be read, without colours.</summary>
    public static string ToHtml(string code) => CSharpText.Parse(code) is { } root ? ToHtml(root, code) : Html.Encode(code);

    private static string ToHtml(SyntaxNode root, string code)
    {
        var html = new StringBuilder(code.Length * 2);
        var locals = LocalNames(root);
        foreach (var token in root.DescendantTokens())
        {
            Append(html, token.LeadingTrivia);
            Append(html, Class(token, locals), token.Text);
            Append(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            Append(html, Class(trivia), trivia.ToFullString());
        }
    }

    private static void Append(StringBuilder html, char kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        // The newline that ends a directive stays outside, so that a span never crosses a line for nothing.
        var content = kind == 'd' ? text.TrimEnd('\r', '\n') : text;
        html.Append(kind == ' ' ? Html.Encode(text) : $"<span class=\"{kind}\">{Html.Encode(content)}</span>{text[content.Length..]}");
    }

    private static char Class(SyntaxTrivia trivia) => trivia switch
    {
        { IsDirective: true } => 'd',
        _ when trivia.IsKind(SyntaxKind.SkippedTokensTrivia) || trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia) => ' ',
        _ when trivia.IsKind(SyntaxKind.DisabledTextTrivia) => 'c',
        _ => 'c',
    };

    private static char Class(SyntaxToken token, HashSet<string> locals) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => 'n',
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => 's',
        SyntaxKind.IdentifierToken => ClassOfName(token, locals),
        var kind when SyntaxFacts.IsKeywordKind(kind) => 'k',
        _ => ' ',
    };

    private static char ClassOfName(SyntaxToken token, HashSet<string> locals) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => 't',
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => 'f',
        IdentifierNameSyntax { IsVar: true } => 'k',
        SimpleNameSyntax name when IsCalled(name) => 'f',
        SimpleNameSyntax name when IsType(name) || IsOwnerOfStatic(name, locals) => 't',
        _ => ' ',
    };

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax access when access.Name == name => access.Parent is InvocationExpressionSyntax call && call.Expression == access,
        MemberBindingExpressionSyntax => name.Parent.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        TypeArgumentListSyntax or ArrayTypeSyntax or NullableTypeSyntax or PointerTypeSyntax or TupleElementSyntax or RefTypeSyntax => true,
        VariableDeclarationSyntax x => x.Type == name,
        ParameterSyntax x => x.Type == name,
        ObjectCreationExpressionSyntax x => x.Type == name,
        CastExpressionSyntax x => x.Type == name,
        BaseTypeSyntax or TypeConstraintSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax => true,
        BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax => true,
        LocalFunctionStatementSyntax x => x.ReturnType == name,
        DeclarationExpressionSyntax x => x.Type == name,
        DeclarationPatternSyntax x => x.Type == name,
        RecursivePatternSyntax x => x.Type == name,
        ForEachStatementSyntax x => x.Type == name,
        CatchDeclarationSyntax x => x.Type == name,
        AttributeSyntax => true,
        BinaryExpressionSyntax x => x.Right == name && (x.IsKind(SyntaxKind.IsExpression) || x.IsKind(SyntaxKind.AsExpression)),
        _ => false,
    };

    // Chart.Line(…), Math.PI: the compiler could tell, a syntax tree cannot; capitals and no such local are a good guess.
    private static bool IsOwnerOfStatic(SimpleNameSyntax name, HashSet<string> locals) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
        && name.Identifier.Text is [var first, ..] && char.IsUpper(first) && !locals.Contains(name.Identifier.Text);

    private static HashSet<string> LocalNames(SyntaxNode root) =>
        [.. root.DescendantNodes().Select(node => node switch
        {
            VariableDeclaratorSyntax x => x.Identifier.Text,
            ParameterSyntax x => x.Identifier.Text,
            SingleVariableDesignationSyntax x => x.Identifier.Text,
            ForEachStatementSyntax x => x.Identifier.Text,
            PropertyDeclarationSyntax x => x.Identifier.Text,
            _ => "",
        })];
}
