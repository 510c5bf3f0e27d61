using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Notebooks;

/// <summary>A cell's C# as a syntax tree, for those who only read it: the checker and the exporter.</summary>
internal static class CSharpText
{
    private const int LongestText = 100_000;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The tree of script code, complete or not; null for code that the compiler's parser does not bear.</summary>
    internal static SyntaxNode? Parse(string code) =>
        code.Length > LongestText || Nesting.IsTooDeep(code) ? null : CSharpSyntaxTree.ParseText(code, Options).GetRoot();
}
