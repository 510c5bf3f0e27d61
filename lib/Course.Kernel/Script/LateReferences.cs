using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Course.Kernel.Script;

/// <summary>Finds assemblies of the framework that the host has not fetched yet, by what the compiler says it does not know.</summary>
/// <param name="files">Where they come from; null: whence the framework comes, asked only when there is an error.</param>
internal sealed class LateReferences(IFrameworkFiles? files = null)
{
    // Names that are nowhere, not in that namespace, only hidden here, or forwarded elsewhere.
    private static readonly string[] UnknownName = ["CS0103", "CS0246", "CS0234", "CS0122", "CS0400", "CS0426", "CS1069"];

    // No such member, or extension methods of that name for something else; no Select for a query.
    private static readonly string[] UnknownMember = ["CS1061", "CS1929", "CS0411", "CS1501", "CS1935", "CS1936"];

    private readonly HashSet<string> _fetched = new(StringComparer.OrdinalIgnoreCase);

    private IFrameworkFiles Files => files ?? FrameworkReferences.Files;

    /// <summary>Assemblies that would mend an error, and were not fetched yet; nothing is fetched for that.</summary>
    public IReadOnlyList<string> Find(Diagnostic error, CSharpCompilation compilation)
    {
        if (error.Severity != DiagnosticSeverity.Error || error.Location.SourceTree is not { } tree || !Files.HasLate)
        {
            return [];
        }

        return [.. Named(error, compilation, tree).Select(name => name.Assembly).Where(name => !_fetched.Contains(name)).Distinct()];
    }

    /// <summary>Fetches one of them; null if it cannot be had now.</summary>
    public MetadataReference? Fetch(string name)
    {
        if (!Files.Fetch(name))
        {
            return null;
        }

        _fetched.Add(name);
        return Files.Open(Files.Paths[name]);
    }

    /// <summary>Namespaces that this cell imports, those before it, and the session for all of them.</summary>
    public static HashSet<string> Imported(CSharpCompilation compilation)
    {
        var spaces = new HashSet<string>();
        for (var cell = compilation; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            spaces.UnionWith(cell.Options.Usings);
            spaces.UnionWith(cell.SyntaxTrees.SelectMany(tree => tree.GetCompilationUnitRoot().Usings).Select(line => line.NamespaceOrType.ToString()));
        }

        return spaces;
    }

    private IEnumerable<LateName> Named(Diagnostic error, CSharpCompilation compilation, SyntaxTree tree)
    {
        var span = error.Location.SourceSpan;
        var node = tree.GetRoot().FindToken(span.Start).Parent;
        return node is null ? []
            : UnknownMember.Contains(error.Id) ? Extensions(node, span, compilation.GetSemanticModel(tree))
            : UnknownName.Contains(error.Id) ? Types(node, compilation)
            : [];
    }

    private IEnumerable<LateName> Types(SyntaxNode node, CSharpCompilation compilation)
    {
        var name = Outermost(node);
        var parts = Parts(name).ToList();
        var spaces = Imported(compilation);
        var found = parts.SelectMany((part, i) => Declaring(part, Dotted(parts.Take(i)))).ToList();
        return name.Parent switch
        {
            UsingDirectiveSyntax => found.Concat(Files.Declaring(Dotted(parts) + ".")),
            AttributeSyntax => found.Concat(Declaring(parts[^1] + "Attribute", Dotted(parts.SkipLast(1)))),
            _ => found,
        };

        // In a namespace that is named in front of it, or imported.
        IEnumerable<LateName> Declaring(string part, string before) =>
            Files.Declaring(part).Where(late => late.Space == before || spaces.Contains(late.Space));
    }

    private IEnumerable<LateName> Extensions(SyntaxNode node, TextSpan span, SemanticModel model)
    {
        var (receiver, member) = MemberAt(node, span);
        if (receiver is null || model.GetTypeInfo(receiver).Type is not { } type)
        {
            return [];
        }

        var spaces = Imported((CSharpCompilation)model.Compilation);
        return Kinds(type).SelectMany(kind => Files.Declaring($"{kind.Name}.{member}")).Where(late => spaces.Contains(late.Space));
    }

    // The compiler points at the member, or at what it is looked for in.
    private static (ExpressionSyntax? Receiver, string Member) MemberAt(SyntaxNode node, TextSpan span)
    {
        foreach (var part in node.AncestorsAndSelf())
        {
            switch (part)
            {
                case MemberAccessExpressionSyntax access when access.Name.Span.Contains(span.Start) || access.Expression.Span == span:
                    return (access.Expression, access.Name.Identifier.ValueText);
                case MemberBindingExpressionSyntax binding:
                    return (binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression, binding.Name.Identifier.ValueText);
                case FromClauseSyntax from:
                    return (from.Expression, "Select");
            }
        }

        return default;
    }

    private static IEnumerable<ITypeSymbol> Kinds(ITypeSymbol type)
    {
        for (var kind = type; kind is not null; kind = kind.BaseType)
        {
            yield return kind;
        }

        foreach (var kind in type.AllInterfaces)
        {
            yield return kind;
        }
    }

    private static SyntaxNode Outermost(SyntaxNode name)
    {
        while (name is NameSyntax or MemberAccessExpressionSyntax && name.Parent is NameSyntax or MemberAccessExpressionSyntax)
        {
            name = name.Parent;
        }

        return name;
    }

    private static IEnumerable<string> Parts(SyntaxNode name) => name switch
    {
        QualifiedNameSyntax qualified => Parts(qualified.Left).Concat(Parts(qualified.Right)),
        AliasQualifiedNameSyntax alias => Parts(alias.Name),
        MemberAccessExpressionSyntax access => Parts(access.Expression).Concat(Parts(access.Name)),
        SimpleNameSyntax simple => [simple.Identifier.ValueText],
        _ => [],
    };

    private static string Dotted(IEnumerable<string> parts) => string.Join('.', parts);
}
