using Course.Kernel.Notebooks.Prose;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>One thing has one name, from the first notebook to the last, in code, prose, hints and solutions.</summary>
internal static class WordRules
{
    private const string Rule = "words";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook, WordList words)
    {
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            var problems = cell.Kind == CellKind.Code ? InCode(cell.Source, words) : cell.Kind == CellKind.Markdown ? InProse(cell.Source, words) : [];
            foreach (var (problem, cure) in problems.Distinct())
            {
                yield return notebook.Finding(index, Rule, problem, cure);
            }
        }

        foreach (var word in words.Words.Where(word => word.Notebook == SetupRules.NumberOf(notebook) && !Has(notebook, word)))
        {
            yield return notebook.Finding(Rule, $"words.json says that {word.Term} is explained here, and the notebook does not have the word", "explain it, or correct \"notebook\" there");
        }
    }

    /// <summary>The same for what the library says in the notebook: solutions are code, the exercise's texts are prose.</summary>
    internal static IEnumerable<NotebookFinding> CheckExercises(NotebookDocument notebook, WordList words)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(notebook.Path)!, "..", "lib", "Course", "Exercises", "Notebook" + SetupRules.NumberOf(notebook)));
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var code = File.ReadAllText(file);
            var problems = file.EndsWith(".solution.cs", StringComparison.Ordinal) ? InCode(code, words) : TextsIn(code).SelectMany(text => InProse(text, words));
            foreach (var (problem, cure) in problems.Distinct())
            {
                yield return new NotebookFinding(file, null, null, Rule, problem, cure);
            }
        }
    }

    private static IEnumerable<(string Problem, string Cure)> InCode(string code, WordList words) =>
        CSharpText.Parse(code) is { } root ? Refused(GivenNames(root), words) : [];

    private static IEnumerable<(string Problem, string Cure)> Refused(IEnumerable<string> names, WordList words)
    {
        foreach (var name in names)
        {
            if (words.RefusedName(name) is { } word)
            {
                yield return ($"the name {name} stands for {word.Term}", $"write {word.Code ?? word.Term}{(name.EndsWith('.') ? "." : "")}");
            }
        }
    }

    private static IEnumerable<(string Problem, string Cure)> InProse(string markdown, WordList words)
    {
        var document = MarkdownText.Parse(markdown);
        var phrases = document.Descendants<LeafBlock>().Where(block => block.Inline is not null)
            .SelectMany(block => words.RefusedIn(MarkdownText.Sentence(block.Inline!)))
            .Select(hit => ($"\"{hit.Phrase}\" stands for {hit.Word.Term}", $"write {hit.Word.Term}"));
        var spans = document.Descendants<CodeInline>().SelectMany(span => CSharpText.Parse(span.Content) is { } root ? Refused(UsedNames(root), words) : []);
        var blocks = document.Descendants<FencedCodeBlock>().Where(block => block.Info is "csharp" or "cs").SelectMany(block => InCode(block.Lines.ToString(), words));
        return phrases.Concat(spans).Concat(blocks);
    }

    /// <summary>Names that the code itself gives. What it calls by a name was named elsewhere.</summary>
    private static IEnumerable<string> GivenNames(SyntaxNode root) =>
        root.DescendantNodes().Select(node => node switch
        {
            VariableDeclaratorSyntax x => x.Identifier.Text,
            SingleVariableDesignationSyntax x => x.Identifier.Text,
            ParameterSyntax x => x.Identifier.Text,
            ForEachStatementSyntax x => x.Identifier.Text,
            LocalFunctionStatementSyntax x => x.Identifier.Text,
            MethodDeclarationSyntax x => x.Identifier.Text,
            PropertyDeclarationSyntax x => x.Identifier.Text,
            TupleElementSyntax x => x.Identifier.Text,
            FromClauseSyntax x => x.Identifier.Text,
            UsingDirectiveSyntax { Alias: { } alias } => alias.Name.Identifier.Text + ".",
            _ => "",
        });

    private static IEnumerable<string> UsedNames(SyntaxNode root) =>
        from token in root.DescendantTokens()
        where token.IsKind(SyntaxKind.IdentifierToken)
        let isOwner = token.Parent is { Parent: MemberAccessExpressionSyntax access } name && access.Expression == name
        select isOwner ? token.Text + "." : token.Text;

    private static IEnumerable<string> TextsIn(string code) =>
        CSharpText.Parse(code)?.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
                || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            .Select(token => token.ValueText) ?? [];

    private static bool Has(NotebookDocument notebook, Word word) => notebook.Cells.Any(cell => cell.Kind switch
    {
        CellKind.Markdown => word.Spellings.Any(spelling => cell.Source.Contains(spelling, StringComparison.OrdinalIgnoreCase)),
        CellKind.Code => word.Code?.Split(", ").Any(name => cell.Source.Contains(name, StringComparison.Ordinal)) == true,
        _ => false,
    });
}
