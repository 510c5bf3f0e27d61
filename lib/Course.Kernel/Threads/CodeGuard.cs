using System.Text;
using Course.Kernel.Script;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Threads;

/// <summary>
/// Puts a check for interrupts into the loops of a cell, without moving any line. The runtime can abort a thread, but where
/// the loop calls other code it takes the process down every few times; a check is always safe and reaches all threads.
/// </summary>
/// <param name="slot">The session's flag in <see cref="CellStop"/>.</param>
internal sealed class LoopGuard(int slot) : ICellGuard
{
    private static readonly string Type = "global::" + typeof(CellStop).FullName;

    private readonly string _check = $"if({Type}.Flag{slot}){Type}.Throw();";
    private readonly string _checkInExpression = $"{Type}.Flag{slot} ? throw new global::System.OperationCanceledException() : (";

    /// <summary>The code with checks; the same string if it needs none.</summary>
    public string Insert(string code, CompilationUnitSyntax root)
    {
        var insertions = root.DescendantNodes().SelectMany(Insertions).OrderBy(insertion => insertion.Position).ToList();
        if (insertions.Count == 0)
        {
            return code;
        }

        var guarded = new StringBuilder(code.Length + (insertions.Count * _check.Length));
        var copied = 0;
        foreach (var (position, text) in insertions)
        {
            guarded.Append(code, copied, position - copied).Append(text);
            copied = position;
        }

        return guarded.Append(code, copied, code.Length - copied).ToString();
    }

    private IEnumerable<(int Position, string Text)> Insertions(SyntaxNode node) => node switch
    {
        ForStatementSyntax loop when IsShort(loop) => [],
        ForStatementSyntax loop => Guard(loop.Statement),
        CommonForEachStatementSyntax loop => Guard(loop.Statement),
        WhileStatementSyntax loop => Guard(loop.Statement),
        DoStatementSyntax loop => Guard(loop.Statement),
        GotoStatementSyntax jump => Guard(jump),
        AnonymousFunctionExpressionSyntax { Block: { } body } => Guard(body), // somebody else's loop calls it
        MethodDeclarationSyntax { Body: { } body } method when CallsItself(body, method.Identifier.ValueText) => Guard(body),
        LocalFunctionStatementSyntax { Body: { } body } function when CallsItself(body, function.Identifier.ValueText) => Guard(body),
        MethodDeclarationSyntax { ExpressionBody.Expression: { } value, ReturnType: var type, Modifiers: var modifiers } method
            when CallsItself(value, method.Identifier.ValueText) => Guard(value, type, modifiers),
        LocalFunctionStatementSyntax { ExpressionBody.Expression: { } value, ReturnType: var type, Modifiers: var modifiers } function
            when CallsItself(value, function.Identifier.ValueText) => Guard(value, type, modifiers),
        _ => [],
    };

    private IEnumerable<(int Position, string Text)> Guard(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            return [(block.OpenBraceToken.Span.End, _check)];
        }

        return [(body.SpanStart, "{" + _check), (body.Span.End, "}")];
    }

    private IEnumerable<(int Position, string Text)> Guard(ExpressionSyntax value, TypeSyntax type, SyntaxTokenList modifiers) =>
        type is RefTypeSyntax || type.ToString() == "void" || modifiers.Any(SyntaxKind.AsyncKeyword)
            ? []
            : [(value.SpanStart, _checkInExpression), (value.Span.End, ")")];

    private static bool CallsItself(SyntaxNode body, string name) =>
        body.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is IdentifierNameSyntax called && called.Identifier.ValueText == name);

    /// <summary>
    /// True for <c>for (var i = 0; i &lt; n; i++)</c> over an int, with nothing inside that could take long: it ends in seconds
    /// whatever n is, and it is where a check would cost.
    /// </summary>
    private static bool IsShort(ForStatementSyntax loop) =>
        loop is
        {
            Declaration: { Variables: [{ Identifier.ValueText: var counter, Initializer.Value: LiteralExpressionSyntax or IdentifierNameSyntax or BinaryExpressionSyntax }] } declaration,
            Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax compared } condition,
            Incrementors: [PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax stepped } step],
        }

        && declaration.Type.ToString() is "int" or "var"
        && condition.IsKind(SyntaxKind.LessThanExpression)
        && step.IsKind(SyntaxKind.PostIncrementExpression)
        && compared.Identifier.ValueText == counter
        && stepped.Identifier.ValueText == counter
        && !loop.Statement.DescendantNodesAndSelf().Any(node => TakesLong(node, counter));

    private static bool TakesLong(SyntaxNode node, string counter) =>
        node is InvocationExpressionSyntax { Expression: not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" or "MathF" } } }
            or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or YieldStatementSyntax
            or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or GotoStatementSyntax
        || (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } && assigned.Identifier.ValueText == counter)
        || (node is PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax prefixed } && prefixed.Identifier.ValueText == counter)
        || (node is PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax suffixed } && suffixed.Identifier.ValueText == counter);
}
