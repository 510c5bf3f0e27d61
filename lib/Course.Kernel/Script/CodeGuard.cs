using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Piece = Course.Kernel.Script.CodeSite.Piece;

namespace Course.Kernel.Script;

/// <summary>
/// Puts checks for interrupts into the loops, lambdas and queries of a cell, and into functions that call others a check for
/// the end of the stack too, or for the depth of calls where they are asynchronous. A check is always safe and reaches all threads; aborting a thread can take the process down.
/// </summary>
/// <param name="text">The checks.</param>
internal sealed class CodeGuard(GuardText text) : ICellGuard
{
    public IEnumerable<CodeSite> Sites(CompilationUnitSyntax root) => root.DescendantNodes().Select(Site).OfType<CodeSite>();

    private CodeSite? Site(SyntaxNode node) => node switch
    {
        ForStatementSyntax loop => !text.GuardsShortLoops && ShortLoop.Is(loop) ? null : Statement(loop.Statement),
        CommonForEachStatementSyntax loop => Statement(loop.Statement),
        WhileStatementSyntax loop => Statement(loop.Statement),
        DoStatementSyntax loop => Statement(loop.Statement),
        GotoStatementSyntax jump => Statement(jump),
        AnonymousFunctionExpressionSyntax function => Lambda(function), // somebody else's loop calls it
        WhereClauseSyntax clause => Value(clause.Condition),
        LetClauseSyntax clause => Value(clause.Expression),
        SelectClauseSyntax clause => Value(clause.Expression),
        FromClauseSyntax { Parent: QueryBodySyntax } clause => Value(clause.Expression),
        OrderingSyntax ordering => Value(ordering.Expression),
        LocalFunctionStatementSyntax function =>
            Function(function.Body, function.ExpressionBody, function.SemicolonToken, Gives(function.ReturnType, function.Modifiers), function.Modifiers),
        MethodDeclarationSyntax method => Function(method.Body, method.ExpressionBody, method.SemicolonToken, Gives(method.ReturnType, method.Modifiers), method.Modifiers),
        ConstructorDeclarationSyntax constructor => Function(constructor.Body, constructor.ExpressionBody, constructor.SemicolonToken, gives: false),
        OperatorDeclarationSyntax op => Function(op.Body, op.ExpressionBody, op.SemicolonToken, Gives(op.ReturnType, op.Modifiers)),
        ConversionOperatorDeclarationSyntax op => Function(op.Body, op.ExpressionBody, op.SemicolonToken, gives: true),
        AccessorDeclarationSyntax accessor =>
            Function(accessor.Body, accessor.ExpressionBody, accessor.SemicolonToken, accessor.IsKind(SyntaxKind.GetAccessorDeclaration)),
        PropertyDeclarationSyntax { ExpressionBody: { } body } property => Getter(body, property.SemicolonToken),
        IndexerDeclarationSyntax { ExpressionBody: { } body } indexer => Getter(body, indexer.SemicolonToken),
        _ => null,
    };

    private CodeSite Statement(StatementSyntax body) => body is BlockSyntax block
        ? new(body.Span, [new Piece(block.OpenBraceToken.Span.End, text.Stop)])
        : new(body.Span, [new Piece(body.SpanStart, "{" + text.Stop), new Piece(body.Span.End, "}", Closes: true)]);

    private CodeSite Value(ExpressionSyntax value) =>
        new(value.Span, [new Piece(value.SpanStart, text.StopBefore), new Piece(value.Span.End, ")", Closes: true)]) { IsDoubtful = true };

    // Whether it gives a value is the compiler's to say; one that becomes an expression tree stays as it is.
    private CodeSite? Lambda(AnonymousFunctionExpressionSyntax function)
    {
        var checks = Checks(function.Body, function.Modifiers);
        return function switch
        {
            { Block: { } block } => new(function.Span, [new Piece(block.OpenBraceToken.Span.End, checks)]),
            LambdaExpressionSyntax { ExpressionBody: { } body, ArrowToken: var arrow } when body is not ThrowExpressionSyntax =>
                new(function.Span, Body("return "), Body("")) { IsDoubtful = true },
            _ => null,
        };

        IReadOnlyList<Piece> Body(string before) =>
        [
            new Piece(((LambdaExpressionSyntax)function).ArrowToken.Span.End, $"{{{checks}{before}"),
            new Piece(function.ExpressionBody!.Span.End, ";}", Closes: true),
        ];
    }

    private CodeSite? Function(
        BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool gives, SyntaxTokenList modifiers = default) =>
        ((SyntaxNode?)block ?? arrow) is not { } body || !Calls(body) ? null
        : arrow is null ? new(body.Parent!.Span, [new Piece(block!.OpenBraceToken.Span.End, Checks(body, modifiers))])
        : Arrow(arrow, semicolon, $"{{{Checks(body, modifiers)}{(gives ? "return " : "")}", "}");

    private CodeSite? Getter(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon) =>
        Calls(arrow) ? Arrow(arrow, semicolon, $"{{get{{{Checks(arrow, default)}return ", "}}") : null;

    /// <summary><c>=> value;</c> becomes <c>/*=>*/{check;return value;}</c>.</summary>
    private static CodeSite? Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string before, string after) =>
        arrow.Expression is ThrowExpressionSyntax ? null
        : new(
            TextSpanOf(arrow, semicolon),
            [new Piece(arrow.ArrowToken.SpanStart, "/*"), new Piece(arrow.ArrowToken.Span.End, "*/" + before), new Piece(semicolon.Span.End, after, Closes: true)]);

    private static Microsoft.CodeAnalysis.Text.TextSpan TextSpanOf(SyntaxNode first, SyntaxToken last) =>
        Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SpanStart, last.Span.End);

    private string Checks(SyntaxNode body, SyntaxTokenList modifiers) =>
        !Calls(body) ? text.Stop
        : modifiers.Any(SyntaxKind.AsyncKeyword) ? text.Stop + text.Async
        : text.Stop + text.Deep;

    /// <summary>True if calls in the code may lead back to it.</summary>
    private static bool Calls(SyntaxNode body) =>
        body.DescendantNodesAndSelf().Any(node => node is BaseObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax || ShortLoop.IsCall(node))
        || body.AncestorsAndSelf().Any(node => node is PropertyDeclarationSyntax property && Mentions(body, property.Identifier.ValueText))
        || body.AncestorsAndSelf().Any(node => node is IndexerDeclarationSyntax && body.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Any())
        || body.Parent is OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax;

    private static bool Mentions(SyntaxNode body, string name) =>
        body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name);

    private static bool Gives(TypeSyntax type, SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.AsyncKeyword)
            ? type is GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax }
            : type is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
