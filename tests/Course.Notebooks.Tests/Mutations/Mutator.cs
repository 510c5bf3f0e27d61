using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Tests.Mutations;

/// <summary>Changes a program as people mistake it: one sign, one factor, one bound, one constant, one statement at a time.</summary>
internal static class Mutator
{
    // A literal below this, added to something, is there to keep a division or a logarithm from 0.
    private const double LargestEpsilon = 1e-3;

    private static readonly Dictionary<SyntaxKind, string> Swapped = new()
    {
        [SyntaxKind.PlusToken] = "-",
        [SyntaxKind.MinusToken] = "+",
        [SyntaxKind.AsteriskToken] = "/",
        [SyntaxKind.SlashToken] = "*",
        [SyntaxKind.LessThanToken] = "<=",
        [SyntaxKind.LessThanEqualsToken] = "<",
        [SyntaxKind.GreaterThanToken] = ">=",
        [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.PlusEqualsToken] = "-=",
        [SyntaxKind.MinusEqualsToken] = "+=",
        [SyntaxKind.AsteriskEqualsToken] = "/=",
        [SyntaxKind.SlashEqualsToken] = "*=",
    };

    /// <summary>All mutants of a program, in the order of their places; not all of them compile.</summary>
    public static IReadOnlyList<Mutant> Of(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot();
        return [.. root.DescendantNodes().Where(node => !node.AncestorsAndSelf().Any(IsMessage))
            .SelectMany(Changes)
            .Select(change => Apply(code, root, change))
            .DistinctBy(mutant => mutant.Code)];
    }

    // What an exception says is nobody's arithmetic.
    private static bool IsMessage(SyntaxNode node) => node is ThrowExpressionSyntax or InterpolatedStringExpressionSyntax;

    private static IEnumerable<Change> Changes(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => Swap(binary, binary.OperatorToken).Concat(Drop(binary)),
        AssignmentExpressionSyntax assignment => Swap(assignment, assignment.OperatorToken),
        LiteralExpressionSyntax { Token.Value: not (null or string or char or bool) } number => Neighbours(number),
        PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => [Replace(minus, minus.Operand)],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax link } call => [Replace(call, link.Expression)],
        BaseArgumentListSyntax list => Exchange(list.Arguments),
        TupleExpressionSyntax tuple => Exchange(tuple.Arguments),
        ExpressionStatementSyntax or IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax => [new Change(node, node.Span, ";", "")],
        _ => [],
    };

    private static IEnumerable<Change> Swap(SyntaxNode node, SyntaxToken token) =>
        Swapped.TryGetValue(token.Kind(), out var other) ? [new Change(node, token.Span, other, null)] : [];

    private static IEnumerable<Change> Drop(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.MultiplyExpression => [Replace(binary, binary.Left), Replace(binary, binary.Right)],
        SyntaxKind.DivideExpression => [Replace(binary, binary.Left)],
        SyntaxKind.AddExpression when binary.Right is LiteralExpressionSyntax { Token.Value: double and < LargestEpsilon } => [Replace(binary, binary.Left)],
        _ => [],
    };

    // Also a dimension 0 for 1, and an index beside the right one.
    private static IEnumerable<Change> Neighbours(LiteralExpressionSyntax number)
    {
        var suffix = number.Token.Text.EndsWith('L') ? "L" : "";
        var value = Convert.ToDecimal(number.Token.Value, CultureInfo.InvariantCulture);
        var point = number.Token.Value is double ? "d" : suffix;
        return ((decimal[])[1, -1]).Select(by => new Change(
            number, number.Span, value + by < 0 ? $"({(value + by).ToString(CultureInfo.InvariantCulture)}{point})" : (value + by).ToString(CultureInfo.InvariantCulture) + point, null));
    }

    private static IEnumerable<Change> Exchange(SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        from i in Enumerable.Range(0, Math.Max(0, arguments.Count - 1))
        let pair = (One: arguments[i], Other: arguments[i + 1])
        where pair.One.NameColon is null || pair.Other.NameColon is null
        where pair.One.ToString() != pair.Other.ToString()
        select new Change(pair.One.Parent!, TextSpan.FromBounds(pair.One.SpanStart, pair.Other.Span.End), $"{pair.Other}, {pair.One}", null);

    private static Change Replace(SyntaxNode node, SyntaxNode by) => new(node, node.Span, by.ToString(), null);

    private static Mutant Apply(string code, SyntaxNode root, Change change)
    {
        var changed = code[..change.Span.Start] + change.Text + code[change.Span.End..];
        var from = change.Node.SpanStart;
        var (was, now) = (change.Node.ToString(), changed[from..(change.Node.Span.End + changed.Length - code.Length)]);
        var place = root.SyntaxTree.GetLineSpan(change.Span).StartLinePosition;
        return new Mutant(place.Line + 1, place.Character + 1, change.Name is null ? $"`{OneLine(was)}` → `{OneLine(now)}`" : $"`{OneLine(was)}` is left out", changed);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Change(SyntaxNode Node, TextSpan Span, string Text, string? Name);
}
