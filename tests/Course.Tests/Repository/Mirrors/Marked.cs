using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Tests.Repository.Mirrors;

/// <summary>A method with a mark of Tensor/Mirrors.cs, in the file where it is written.</summary>
internal sealed record Marked(string File, MethodDeclarationSyntax Method)
{
    public string Name => Method.Identifier.Text;

    public string Type => Method.ReturnType.ToString();

    public IReadOnlyList<ParameterSyntax> Parameters => Method.ParameterList.Parameters;

    /// <summary>public or internal, as the method is.</summary>
    public string Access => Method.Modifiers[0].Text;

    /// <summary>The line that takes over the method's documentation, seen from inside or outside Tensor; none where a type has no spelling in a cref.</summary>
    public string Inherit(string indent, string from = "")
    {
        var types = string.Join(", ", Parameters.Select(p => p.Type!.ToString())).Replace('<', '{').Replace('>', '}').Replace("]?", "]", StringComparison.Ordinal);
        return types.Contains('(', StringComparison.Ordinal) ? "" : $"{indent}/// <inheritdoc cref=\"{from}{Name}({types})\"/>\n";
    }

    /// <summary>The documentation's summary, without its tags.</summary>
    public string Summary
    {
        get
        {
            var text = string.Concat(Method.GetLeadingTrivia().Select(trivia => trivia.ToFullString().Trim()));
            var (start, end) = (text.IndexOf("<summary>", StringComparison.Ordinal), text.IndexOf("</summary>", StringComparison.Ordinal));
            return start >= 0 ? text[(start + "<summary>".Length)..end] : throw new InvalidOperationException($"{File}: {Name} needs a summary: its mirrors repeat it");
        }
    }

    public static IReadOnlyList<Marked> In(string file) => CSharpSyntaxTree.ParseText(System.IO.File.ReadAllText(file)).GetRoot()
        .DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => new Marked(file, method)).ToArray();

    public AttributeSyntax? Mark(string name) => Method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(a => a.Name.ToString() == name);

    public bool Has(string mark) => Mark(mark) is not null;

    /// <summary>A constant argument of a mark, by its place or name; null if it is not given.</summary>
    public string? Argument(string mark, int place, string? name = null) => Mark(mark)?.ArgumentList?.Arguments
        .Where((argument, i) => name is null ? i == place && argument.NameEquals is null : argument.NameEquals?.Name.Identifier.Text == name)
        .Select(argument => argument.Expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : argument.Expression.ToString())
        .FirstOrDefault();
}
