using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Tests.Repository;

/// <summary>Which folder of a project uses what another folder declares, read from symbols and not from `using` lines.</summary>
internal sealed class FolderGraph
{
    private readonly string _root;
    private readonly Floors _floors;
    private readonly SortedDictionary<(string From, string To), string> _arrows = [];

    private FolderGraph(string root, Compilation compilation, Floors floors)
    {
        (_root, _floors) = (root, floors);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(_root, StringComparison.Ordinal)))
        {
            Read(tree, compilation.GetSemanticModel(tree));
        }
    }

    /// <summary>User and used, each with the first place that draws the arrow: "Charts/Chart.cs:12 (Numbers)".</summary>
    public IReadOnlyDictionary<(string From, string To), string> Arrows => _arrows;

    /// <summary>The graph of the sources below a folder, taken together to rooms as the list says.</summary>
    public static FolderGraph Of(string root, Compilation compilation, Floors floors) => new(root, compilation, floors);

    private void Read(SyntaxTree tree, SemanticModel model)
    {
        var from = RoomOf(tree.FilePath);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(IsUse))
        {
            foreach (var symbol in Declared(model.GetSymbolInfo(node)))
            {
                Add(from, symbol, node);
            }
        }
    }

    // Names, and what calls without naming: `new(…)`, operators, indexers, `: base(…)`.
    private static bool IsUse(SyntaxNode node) => node is SimpleNameSyntax
        or BaseObjectCreationExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or AssignmentExpressionSyntax
        or ElementAccessExpressionSyntax or CastExpressionSyntax or ConstructorInitializerSyntax;

    private static IEnumerable<ISymbol> Declared(SymbolInfo info)
    {
        var found = info.Symbol is null ? info.CandidateSymbols : [info.Symbol];
        return found.Where(symbol => symbol.Kind is SymbolKind.NamedType or SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.Event)
            .Select(symbol => symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol)
            .Select(symbol => symbol.OriginalDefinition);
    }

    private void Add(string from, ISymbol symbol, SyntaxNode node)
    {
        var homes = symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)
            .Where(path => path.StartsWith(_root, StringComparison.Ordinal)).ToArray();
        if (Home(symbol, homes) is not { } home || RoomOf(home) is var to && to == from)
        {
            return;
        }

        var line = node.GetLocation().GetLineSpan();
        _arrows.TryAdd((from, to), $"{Relative(line.Path)}:{line.StartLinePosition.Line + 1} ({symbol.Name})");
    }

    // A type in parts lives where the file of its name is. One in many folders that has no such file is a namespace in all but name: only its members count.
    private static string? Home(ISymbol symbol, string[] paths)
    {
        if (paths.Select(Path.GetDirectoryName).Distinct().Count() <= 1)
        {
            return paths.FirstOrDefault();
        }

        return paths.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == symbol.Name);
    }

    private string RoomOf(string path) => _floors.RoomOf(Path.GetDirectoryName(Relative(path))!.Replace('\\', '/'));

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');
}
