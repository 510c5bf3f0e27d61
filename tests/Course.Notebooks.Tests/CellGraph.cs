using Course.Kernel.Notebooks;
using Course.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Tests;

/// <summary>
/// Which cells of a notebook a piece of code stands on, by the compiler's symbols: the set-up cells (those with a <c>using</c> or a
/// directive), each cell that declares a name which the code uses, each earlier cell that assigns to such a name, and what these
/// stand on in turn.
/// </summary>
/// <remarks>Cells are bound and not run. A cell that only calls a method which changes an object is not seen: it belongs to what an
/// exercise stands on only if the name is also declared or assigned there.</remarks>
internal sealed class CellGraph
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", typeof(CellVerbs).FullName!];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() => [.. Assemblies().Select(path => MetadataReference.CreateFromFile(path))]);

    private readonly List<Cell> _cells = [];

    /// <summary>Binds the code cells of a notebook, in order.</summary>
    /// <param name="notebook">Its code cells that are magic commands only count as set-up.</param>
    public CellGraph(NotebookDocument notebook)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !IsOptional(cell)))
        {
            _cells.Add(Bind(cell, cell.Source, _cells.Count));
        }
    }

    // Its packages may be missing, and no later cell needs it.
    private static bool IsOptional(NotebookCell cell) => cell.Source.StartsWith("// optional", StringComparison.Ordinal);

    /// <summary>The cells to run, in order, before code that stands in the place of a cell.</summary>
    /// <param name="place">The cell that the code replaces.</param>
    /// <param name="code">What is to be run there.</param>
    public IReadOnlyList<NotebookCell> Below(NotebookCell place, string code)
    {
        var at = _cells.FindIndex(cell => cell.Source == place);
        var needed = new SortedSet<int>();
        Add(Bind(place, code, at), at, needed);
        foreach (var setUp in Enumerable.Range(0, at).Where(index => _cells[index].IsSetUp))
        {
            needed.Add(setUp);
        }

        return [.. needed.Select(index => _cells[index].Source)];
    }

    /// <summary>The lines, from 0, of the errors in code that stands in the place of a cell.</summary>
    /// <param name="place">The cell that the code replaces.</param>
    /// <param name="code">What would be run there.</param>
    public IReadOnlySet<int> BrokenLines(NotebookCell place, string code) =>
        Bind(place, code, _cells.FindIndex(cell => cell.Source == place)).Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line)
            .ToHashSet();

    private void Add(Cell cell, int at, SortedSet<int> needed)
    {
        foreach (var index in cell.Uses.SelectMany(name => Settings(name, at)).Where(needed.Add))
        {
            Add(_cells[index], index, needed);
        }
    }

    // Where a name gets its value: in the cell that declares it, and wherever it is assigned before the code runs.
    private IEnumerable<int> Settings(Name name, int before) =>
        Enumerable.Range(0, before).Where(index => index == name.Cell || _cells[index].Assigns.Contains(name));

    private Cell Bind(NotebookCell source, string code, int at)
    {
        var tree = CSharpSyntaxTree.ParseText(WithoutDirectives(code), Script, path: PathOf(at));
        var previous = _cells.Count > 0 ? _cells[Math.Min(at, _cells.Count) - 1].Compilation : null;
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "Cell" + at, tree, previous is null ? References.Value : null, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Imports, allowUnsafe: true), previous);
        var model = compilation.GetSemanticModel(tree);
        var root = tree.GetCompilationUnitRoot();
        var assigned = root.DescendantNodes().SelectMany(Targets).SelectMany(Heads).ToHashSet();
        var names = root.DescendantNodes().OfType<SimpleNameSyntax>().ToLookup(assigned.Contains, word => Declared(model, word));
        return new Cell(
            source,
            compilation,
            IsSetUp: root.Usings.Count > 0 || code.Split('\n').Any(line => line.StartsWith('#')),
            Uses: [.. names[false].Concat(names[true]).OfType<Name>().Where(name => name.Cell < at)],
            Assigns: [.. names[true].OfType<Name>()]);
    }

    /// <summary>The name of an earlier cell that a word stands for; null if it stands for something else.</summary>
    private static Name? Declared(SemanticModel model, SimpleNameSyntax word)
    {
        var info = model.GetSymbolInfo(word);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.ContainingType is { IsScriptClass: true } && symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } place)
            {
                return new Name(int.Parse(place.SyntaxTree.FilePath, System.Globalization.CultureInfo.InvariantCulture), symbol.Name);
            }
        }

        return null;
    }

    private static IEnumerable<ExpressionSyntax> Targets(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => [assignment.Left],
        PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) => [prefix.Operand],
        PostfixUnaryExpressionSyntax postfix => [postfix.Operand],
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => [argument.Expression],
        _ => [],
    };

    // x in x, x[0], x.y, and each of (x, y).
    private static IEnumerable<SimpleNameSyntax> Heads(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax word => [word],
        ElementAccessExpressionSyntax element => Heads(element.Expression),
        MemberAccessExpressionSyntax member => Heads(member.Expression),
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(argument => Heads(argument.Expression)),
        _ => [],
    };

    private static string WithoutDirectives(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.StartsWith('#') ? "" : line));

    private static string PathOf(int cell) => cell.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The framework, the verbs of notebooks, and the course's library: what a session gives its cells.
    private static IEnumerable<string> Assemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(CellVerbs).Assembly.Location)
            .Concat(Directory.GetFiles(Checkout.CoursePackage, "*.dll"));

    private sealed record Cell(NotebookCell Source, CSharpCompilation Compilation, bool IsSetUp, HashSet<Name> Uses, HashSet<Name> Assigns);

    private readonly record struct Name(int Cell, string Text);
}
