using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Tests.Repository.Mirrors;

/// <summary>A list of parameters: how it is declared, and how it is handed on.</summary>
internal sealed record Signature(IReadOnlyList<ParameterSyntax> Parameters)
{
    public string Declared => string.Join(", ", Parameters.Select(p => p.ToString()));

    public string Names => string.Join(", ", Parameters.Select(NameOf));

    public static Signature Parse(string text) => new(SyntaxFactory.ParseParameterList($"({text})").Parameters);

    /// <summary>The overloads in "a | a, b".</summary>
    public static IReadOnlyList<Signature> Overloads(string text) => text.Split('|').Select(Parse).ToArray();

    public Signature Without(string name) => new(Parameters.Where(p => NameOf(p) != name).ToArray());

    public Signature Skip(int count) => new(Parameters.Skip(count).ToArray());

    public bool Has(string name) => Parameters.Any(p => NameOf(p) == name);

    public static string NameOf(ParameterSyntax parameter) => parameter.Identifier.Text;

    public static string TypeOf(ParameterSyntax parameter) => parameter.Type!.ToString();
}
