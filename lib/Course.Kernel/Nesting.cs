using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel;

/// <summary>
/// How deep C# is nested. The compiler goes down one level with each bracket: at a thousand levels it takes seconds, at some
/// thousands it overflows the stack, which ends the process. So depth is looked at before a text is given to it.
/// </summary>
internal static class Nesting
{
    /// <summary>Levels that are still read. People write ten.</summary>
    internal const int Deepest = 200;

    // In interpolated strings the lexer goes down too.
    private const int DeepestForTheLexer = 10_000;

    /// <summary>True for code that the compiler would not bear.</summary>
    internal static bool IsTooDeep(string code) => Line(code) is not null;

    /// <summary>1-based line on which the code becomes too deep; null where it does not.</summary>
    internal static int? Line(string code)
    {
        // A first look counts brackets in texts and comments too; only if there are many, the lexer says what they are.
        var deep = Exceeds(code, Deepest) && (Exceeds(code, DeepestForTheLexer) || Exceeds(code = WithoutTexts(code), Deepest));
        return deep ? code.AsSpan(0, Position(code, Deepest)).Count('\n') + 1 : null;
    }

    private static bool Exceeds(string code, int levels) => Position(code, levels) >= 0;

    /// <summary>Where there are more levels; -1 if nowhere.</summary>
    private static int Position(string code, int levels)
    {
        var (open, angles, arrows, dots) = (0, 0, 0, 0);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            var isArrow = c == '>' && i > 0 && code[i - 1] == '=';
            open = c is '(' or '[' or '{' ? open + 1 : c is ')' or ']' or '}' ? Math.Max(0, open - 1) : open;
            // A < may be a comparison, which nothing closes; no list of type arguments is longer than its statement.
            angles = c is ';' or '{' or '}' || isArrow ? 0 : c == '<' ? angles + 1 : c == '>' ? Math.Max(0, angles - 1) : angles;
            arrows = isArrow ? arrows + 1 : c is ';' or ',' or '{' or '}' or '(' or ')' ? 0 : arrows; // x => y => z
            dots = c == '.' ? dots + 1 : char.IsLetterOrDigit(c) || c is '_' or '@' or ' ' ? dots : 0; // A.B.C
            if (open + Math.Max(angles, Math.Max(arrows, dots)) > levels)
            {
                return i;
            }
        }

        return -1;
    }

    private static string WithoutTexts(string code)
    {
        var bare = code.ToCharArray();
        var end = 0;
        foreach (var token in SyntaxFactory.ParseTokens(code))
        {
            Blank(bare, end, token.SpanStart);
            end = token.Span.End;
            if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            {
                Blank(bare, token.SpanStart, end);
            }
        }

        return new string(bare);
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            text[i] = text[i] == '\n' ? '\n' : ' ';
        }
    }
}
