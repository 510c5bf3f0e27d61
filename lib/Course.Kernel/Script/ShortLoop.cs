using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>Knows loops that need no check: they end soon by themselves, and a check is what they would feel.</summary>
internal static class ShortLoop
{
    private const long Many = 10_000_000;

    /// <summary>
    /// True for <c>for (var i = 0; i &lt; n; i++)</c> over an int, with nothing inside that could take long and no bound that
    /// is large as it stands: it ends in seconds whatever n is.
    /// </summary>
    public static bool Is(ForStatementSyntax loop) =>
        loop is
        {
            Declaration: { Variables: [{ Identifier.ValueText: var counter, Initializer.Value: LiteralExpressionSyntax or IdentifierNameSyntax or BinaryExpressionSyntax }] } declaration,
            Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax compared, Right: var bound } condition,
            Incrementors: [PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax stepped } step],
        }

        && declaration.Type.ToString() is "int" or "var"
        && condition.IsKind(SyntaxKind.LessThanExpression)
        && step.IsKind(SyntaxKind.PostIncrementExpression)
        && compared.Identifier.ValueText == counter
        && stepped.Identifier.ValueText == counter
        && !IsLarge(bound)
        && !loop.Statement.DescendantNodesAndSelf().Any(node => TakesLong(node, counter));

    /// <summary>True for a call of anything but mathematics.</summary>
    public static bool IsCall(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" or "MathF" } } } call
        && call.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    // A large number in it, or a variable that the same cell sets to one.
    private static bool IsLarge(ExpressionSyntax bound) =>
        bound.DescendantNodesAndSelf().Any(part => IsLargeNumber(part) || (part is IdentifierNameSyntax name && ValuesOf(name).Any(IsLargeNumber)));

    private static IEnumerable<SyntaxNode> ValuesOf(IdentifierNameSyntax name) =>
        name.SyntaxTree.GetRoot().DescendantNodes()
            .Select(node => node switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var value } variable when variable.Identifier.ValueText == name.Identifier.ValueText => value,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var value } when left.Identifier.ValueText == name.Identifier.ValueText => value,
                _ => null,
            })
            .OfType<ExpressionSyntax>()
            .SelectMany(value => value.DescendantNodesAndSelf());

    private static bool IsLargeNumber(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token.Value: IConvertible value } literal when literal.IsKind(SyntaxKind.NumericLiteralExpression) =>
            value.ToDouble(CultureInfo.InvariantCulture) > Many,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" } => true,
        _ => false,
    };

    private static bool TakesLong(SyntaxNode node, string counter) =>
        IsCall(node)
        || node is BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or YieldStatementSyntax
            or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or GotoStatementSyntax
        || (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } && assigned.Identifier.ValueText == counter)
        || (node is PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax prefixed } && prefixed.Identifier.ValueText == counter)
        || (node is PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax suffixed } && suffixed.Identifier.ValueText == counter);
}
