using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Script;

/// <summary>Knows which <c>using</c> line makes an unknown name known.</summary>
internal static class MissingUsing
{
    private static readonly string[] UnknownName = ["CS0103", "CS0246"];

    public static string? Suggest(Diagnostic error, CSharpCompilation compilation)
    {
        if (!UnknownName.Contains(error.Id) || error.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var token = tree.GetRoot().FindToken(error.Location.SourceSpan.Start);
        var spaces = compilation.GlobalNamespace.GetNamespaceMembers()
            .SelectMany(space => Containing(space, token.ValueText))
            .Concat(Late(token.ValueText, compilation))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Take(3)
            .ToList();
        return spaces.Count switch
        {
            0 => null,
            1 => $"{token.ValueText} is in {spaces[0]}; add: using {spaces[0]};",
            _ => $"{token.ValueText} is in {string.Join(" and in ", spaces)}; add a using line for the one you mean.",
        };
    }

    private static IEnumerable<string> Late(string type, CSharpCompilation compilation) => FrameworkReferences.Files.HasLate
        ? FrameworkReferences.Files.Declaring(type).Select(late => late.Space).Except(LateReferences.Imported(compilation))
        : [];

    private static IEnumerable<string> Containing(INamespaceSymbol space, string type)
    {
        if (space.GetTypeMembers(type).Any(member => member.DeclaredAccessibility == Accessibility.Public))
        {
            yield return space.ToDisplayString();
        }

        foreach (var found in space.GetNamespaceMembers().SelectMany(child => Containing(child, type)))
        {
            yield return found;
        }
    }
}
