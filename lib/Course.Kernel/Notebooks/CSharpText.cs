using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Notebooks;

/// <summary>A cell's C# as a syntax tree, for those who only read it: the checker and the exporter.</summary>
internal static class CSharpText
{
    /// <summary>Brackets inside brackets that are still read. People write ten.</summary>
    internal const int DeepestNesting = 200;

    private const int LongestText = 100_000;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The tree of script code, complete or not; null for code that the compiler's parser does not bear.</summary>
    /// <remarks>
    /// The parser goes down one level with each bracket. At a thousand levels it takes seconds, at some thousands it overflows the stack,
    /// which ends the process. So depth is looked at first, roughly: brackets in texts count too.
    /// </remarks>
    internal static SyntaxNode? Parse(string code) =>
        code.Length > LongestText || Depth(code) > DeepestNesting ? null : CSharpSyntaxTree.ParseText(code, Options).GetRoot();

    private static int Depth(string code)
    {
        var (deepest, open, angles) = (0, 0, 0);
        foreach (var c in code)
        {
            switch (c)
            {
                case '(' or '[' or '{':
                    open++;
                    break;
                case ')' or ']' or '}':
                    open = Math.Max(0, open - 1);
                    break;
                case '<':
                    angles++;
                    break;
                case '>':
                    angles = Math.Max(0, angles - 1);
                    break;
            }

            // A < may be a comparison, which nothing closes; no type argument list is longer than its statement.
            angles = c is ';' or '{' or '}' ? 0 : angles;
            deepest = Math.Max(deepest, open + angles);
        }

        return deepest;
    }
}
