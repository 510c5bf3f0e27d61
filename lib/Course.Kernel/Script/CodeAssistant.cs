using System.Text;
using Course.Kernel.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>Answers what could be typed at a place and what stands there, from the compiler's model of all cells so far.</summary>
internal sealed class CodeAssistant(ScriptCompiler compiler, string folder)
{
    private const int MaxOverloads = 12;

    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Where(SyntaxFacts.IsReservedKeyword).Select(SyntaxFacts.GetText),
        "async", "await", "var", "record", "when", "where", "yield", "get", "set", "init", "required", "partial", "nameof", "with", "and", "or", "not",
    ];

    private Place? _last;

    public CodeStatus Judge(string code)
    {
        if (Nesting.IsTooDeep(code))
        {
            return CodeStatus.Invalid;
        }

        var tree = CSharpSyntaxTree.ParseText(WithoutDirectives(code), compiler.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            return CodeStatus.Incomplete;
        }

        return tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? CodeStatus.Invalid : CodeStatus.Complete;
    }

    public Completion Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (DirectiveCompletion.Find(code, position, folder) is { } directives)
        {
            return directives;
        }

        if (Nesting.IsTooDeep(code))
        {
            return new Completion([], position, position);
        }

        var start = WordStart(code, position);
        var prefix = code[start..position];
        var place = PlaceOf(code, start, position);
        var matches = place.Symbols
            .Where(symbol => symbol.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Where(symbol => symbol.CanBeReferencedByName && IsProposed(symbol) && (place.IsMemberOfValue || !IsOfEverything(symbol)))
            .Select(symbol => new CompletionMatch(symbol.Name, Kind(symbol)))
            .Concat(place.IsMember ? [] : Keywords.Where(word => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionMatch(word, "keyword")))
            .DistinctBy(match => match.Text)
            .OrderBy(match => !match.Text.StartsWith(prefix, StringComparison.Ordinal))
            .ThenBy(match => match.Text, StringComparer.Ordinal)
            .ToList();
        return new Completion(matches, start, position);
    }

    /// <summary>Signature and summary of what stands at a place; null if nothing is known of it.</summary>
    public string? Inspect(string code, int position)
    {
        if (Nesting.IsTooDeep(code))
        {
            return null;
        }

        var (model, root) = Model(code);
        var token = root.FindToken(Math.Min(WordStart(code, position), Math.Max(0, code.Length - 1)));
        for (var node = token.Parent; node is ExpressionSyntax or TypeSyntax or ArgumentListSyntax or VariableDeclaratorSyntax; node = node.Parent)
        {
            var info = model.GetSymbolInfo(node);
            IReadOnlyList<ISymbol> symbols = info.Symbol is { } one ? [one, .. model.GetMemberGroup(node).Where(other => !SymbolEqualityComparer.Default.Equals(other, one))]
                : [.. info.CandidateSymbols, .. model.GetMemberGroup(node), .. model.GetDeclaredSymbol(node) is { } declared ? new[] { declared } : []];
            if (symbols.Count > 0)
            {
                return Describe(symbols);
            }
        }

        return null;
    }

    /// <summary>Errors and warnings of a text as it stands after the cells that ran.</summary>
    public IReadOnlyList<CodeProblem> Problems(string code)
    {
        if (Nesting.IsTooDeep(code))
        {
            return [];
        }

        var compilation = compiler.Bind(WithoutDirectives(code), "completion");
        var tree = compilation.SyntaxTrees.Last();
        return
        [
            .. compilation.GetDiagnostics()
                .Where(problem => problem.Severity >= DiagnosticSeverity.Warning && problem.Location.SourceTree == tree)
                .Where(problem => compiler.Late.Find(problem, compilation).Count == 0) // running the cell fetches what is missing
                .Select(problem => Problem(problem, compilation, code)),
        ];
    }

    private static CodeProblem Problem(Diagnostic problem, CSharpCompilation compilation, string code)
    {
        var span = problem.Location.SourceSpan;
        var text = problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        var line = code.Split('\n').ElementAtOrDefault(problem.Location.GetLineSpan().StartLinePosition.Line) ?? "";
        var help = MissingUsing.Suggest(problem, compilation) ?? Advice.For(problem, text, line);
        return new CodeProblem(
            span.Start,
            Math.Max(span.End, span.Start + 1),
            problem.Severity == DiagnosticSeverity.Error ? "error" : "warning",
            help is null ? text : $"{text} {help}");
    }

    // Clients ask again with each letter of a word: what may stand in its place is the same.
    private Place PlaceOf(string code, int start, int position)
    {
        var (before, behind, world) = (code[..start], code[position..], compiler.World);
        return _last is { } last && last.World.Equals(world) && last.Before == before && last.Behind == behind ? last : _last = Look();

        Place Look()
        {
            var (model, root) = Model(code);
            var token = root.FindToken(Math.Max(0, start - 1));
            var isMember = token.IsKind(SyntaxKind.DotToken) && token.Span.End <= start;
            return new Place(before, behind, world, isMember, IsMemberOfValue(model, token, isMember), [.. isMember ? Members(model, token) : model.LookupSymbols(start)]);
        }
    }

    private (SemanticModel Model, SyntaxNode Root) Model(string code)
    {
        var compilation = compiler.Bind(WithoutDirectives(code), "completion");
        var tree = compilation.SyntaxTrees.Last();
        return (compilation.GetSemanticModel(tree), tree.GetRoot());
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxToken dot)
    {
        var left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            _ => (ExpressionSyntax?)null,
        };
        if (left is null)
        {
            return [];
        }

        var symbol = model.GetSymbolInfo(left).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
        {
            return model.LookupSymbols(dot.Span.End, container).Where(member => member is not IMethodSymbol { IsStatic: false } and not IPropertySymbol { IsStatic: false });
        }

        return model.GetTypeInfo(left).Type is { } type
            ? model.LookupSymbols(dot.Span.End, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic || member is IMethodSymbol { IsExtensionMethod: true })
            : [];
    }

    // Directives would make the compiler look for packages while somebody types.
    private string WithoutDirectives(string code)
    {
        try
        {
            return string.Concat(CellParser.Parse(code, compiler.ParseOptions).OfType<CellStep.Code>().Select(step => step.Text).Take(1)) is { Length: > 0 } text
                && text.Length == code.Length ? text : code.StartsWith('#') ? "" : code;
        }
        catch (DirectiveException)
        {
            return "";
        }
    }

    private static int WordStart(string code, int position)
    {
        var start = Math.Min(position, code.Length);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static bool IsProposed(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction) }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "EditorBrowsableAttribute" or "ObsoleteAttribute")
        && !symbol.Name.StartsWith('<');

    private static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum",
        INamespaceSymbol => "module",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol => "class",
        _ => "instance",
    };

    // Equals and ReferenceEquals of object, which every cell and every type inherits: nobody begins a line with them.
    private static bool IsOfEverything(ISymbol symbol) => symbol.ContainingType?.SpecialType == SpecialType.System_Object;

    private static bool IsMemberOfValue(SemanticModel model, SyntaxToken dot, bool isMember) =>
        isMember && dot.Parent is MemberAccessExpressionSyntax access && model.GetSymbolInfo(access.Expression).Symbol is not INamespaceOrTypeSymbol;

    // A tooltip shows its first lines: what it does stands below the first signature, the other signatures come after.
    private static string Describe(IReadOnlyList<ISymbol> symbols)
    {
        var text = new StringBuilder(Signature(symbols[0])).Append('\n');
        if (Summary(symbols) is { Length: > 0 } summary)
        {
            text.Append('\n').Append(summary).Append(symbols.Count > 1 ? "\n\n" : "\n");
        }

        foreach (var symbol in symbols.Take(MaxOverloads).Skip(1))
        {
            text.Append(Signature(symbol)).Append('\n');
        }

        if (symbols.Count > MaxOverloads)
        {
            text.Append("… and ").Append(symbols.Count - MaxOverloads).Append(" more\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Signature(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    // Of the first that has one: overloads often leave it to another. A variable says what its type is.
    private static string Summary(IReadOnlyList<ISymbol> symbols) => symbols
        .Concat(symbols.Select(TypeOf).OfType<ISymbol>().Take(1))
        .Select(Documentation.Of)
        .FirstOrDefault(text => text.Length > 0) ?? "";

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>Where a word is asked for, and what is known there.</summary>
    private sealed record Place(string Before, string Behind, object World, bool IsMember, bool IsMemberOfValue, IReadOnlyList<ISymbol> Symbols);
}
