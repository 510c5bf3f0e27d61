using System.Reflection;
using System.Text;
using Course.Kernel.Formatting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Kernel.Script;

/// <summary>
/// Compiles cells as a chain of script submissions. The chain is built here, and not with Script.ContinueWith, because a
/// submission keeps its fields when it throws, the sequence points name cells, and half the memory of a cell is saved.
/// </summary>
internal sealed class ScriptCompiler
{
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", typeof(Formatter).Namespace!];

    // Compilations that bind the same references at once make two symbols of one type, and later cells meet both.
    private static readonly Lock ReferenceBinding = new();

    private readonly SessionLoadContext _loadContext;
    private readonly CSharpCompilationOptions _options;
    private readonly ICellGuard _guard;
    private readonly SourceReferenceResolver _plainSources;
    // A submission has its predecessors' references. To give them again would cost each cell 6 KB for each cell before it.
    private readonly List<MetadataReference> _newReferences = [];
    private readonly HashSet<string> _referenceNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _identity = Guid.NewGuid().ToString("N");
    private int _names;
    private CSharpCompilation? _root;
    private (object World, CSharpCompilation Compilation)? _empty;

    /// <param name="loadContext">Holds what is compiled.</param>
    /// <param name="languageVersion">Newest C# that cells may use; null: the newest that the compiler knows.</param>
    /// <param name="verbs">The class whose methods cells call without a qualifier.</param>
    /// <param name="guard">Makes cells stoppable.</param>
    /// <param name="references">Finds assemblies that the compiler asks for by itself.</param>
    /// <param name="folder">Where paths of <c>#load</c> start.</param>
    public ScriptCompiler(
        SessionLoadContext loadContext, string? languageVersion, Type verbs, ICellGuard guard, MetadataReferenceResolver references, string folder)
    {
        _guard = guard;
        _plainSources = new CellSourceResolver(folder, text => text);
        _loadContext = loadContext;
        ParseOptions = new CSharpParseOptions(ParseVersion(languageVersion), DocumentationMode.None, SourceCodeKind.Script);
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: [.. Imports, verbs.FullName!],
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false, // a cell is too small to share out
            nullableContextOptions: NullableContextOptions.Annotations,
            metadataReferenceResolver: references,
            sourceReferenceResolver: new CellSourceResolver(folder, Guarded),
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
    }

    public CSharpParseOptions ParseOptions { get; }

    /// <summary>Tells the lines of the newest cell if it was compiled without symbols.</summary>
    public LateSymbols LateSymbols { get; } = new();

    /// <summary>Finds what the host has not fetched yet.</summary>
    public LateReferences Late { get; init; } = new();

    /// <summary>The newest submission that compiled and was started; null before the first.</summary>
    public CSharpCompilation? Latest { get; private set; }

    /// <summary>Submissions that later ones see.</summary>
    public int Count { get; private set; }

    /// <summary>Equal as long as the same names mean the same.</summary>
    public object World => (Latest, _referenceNames.Count);

    /// <summary>Cells may use this assembly from now on, unless the framework has it or one of its name is known already.</summary>
    public void AddReference(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!FrameworkReferences.Provides(path) && _referenceNames.Add(name))
        {
            // Read into memory: the file may be rebuilt while the session lives.
            Documentation.LibraryPaths[name] = path;
            _newReferences.Add(MetadataReference.CreateFromImage(FrameworkReferences.Files.ReadLibrary(path), filePath: path));
        }
    }

    /// <summary>The code as the next submission would be compiled, without effect on the chain.</summary>
    public CSharpCompilation Bind(string code, string path) => Bind(Parse(code, path), _options);

    // In a loaded file only the checks that fit whatever the code means: there is no second attempt.
    private string Guarded(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, ParseOptions).GetCompilationUnitRoot();
        return GuardedCode.Of(code, _guard.Sites(root)).WithoutDoubt().Text;
    }

    private SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path);

    private CSharpCompilation Bind(SyntaxTree tree, CSharpCompilationOptions options)
    {
        var empty = Empty();
        // Its own options, but for two: with others the compiler binds anew, since it sets one of its own that cannot be seen.
        var adapted = empty.Options.WithOptimizationLevel(options.OptimizationLevel).WithSourceReferenceResolver(options.SourceReferenceResolver);
        var compilation = empty.WithOptions(adapted).ReplaceSyntaxTree(empty.SyntaxTrees[0], tree);
        lock (ReferenceBinding)
        {
            _ = compilation.Assembly; // binds the references, if it has more of them than the empty one
        }

        return compilation;
    }

    // To bind the references takes a fifth of a cell's time, and is done anew for each predecessor and each name. So there is one empty
    // cell for both, and others are made from it; if nobody will refer to such a one, its image gets another name.
    private CSharpCompilation Empty()
    {
        if (_empty is not { } empty || !empty.World.Equals(World))
        {
            _root ??= Create(_options.WithScriptClassName("Submission#0"), FrameworkReferences.References, previous: null); // has the usings, for all
            empty = (World, Create(_options.WithUsings().WithScriptClassName("Submission#" + (Count + 1)), _newReferences, Latest ?? _root));
            _empty = empty;
        }

        return empty.Compilation;
    }

    private CSharpCompilation Create(CSharpCompilationOptions options, IReadOnlyList<MetadataReference> references, CSharpCompilation? previous)
    {
        var created = CSharpCompilation.CreateScriptCompilation(NextName(), Parse("", ""), references, options, previous, typeof(object));
        lock (ReferenceBinding)
        {
            _ = created.Assembly;
        }

        return created;
    }

    private string NextName() => $"Cell#{++_names}-{_identity}";

    /// <summary>Compiles without running. What the code names of the framework and the host has not fetched yet is fetched.</summary>
    /// <exception cref="CompilationFailedException">The code has errors.</exception>
    public Submission Compile(string code, string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return Attempt(code, path, cancellation);
            }
            catch (CompilationFailedException failure)
            {
                if (!AddLate(failure))
                {
                    throw;
                }
            }
        }
    }

    // Each time it adds what was not there before: it ends.
    private bool AddLate(CompilationFailedException failure)
    {
        var count = _newReferences.Count;
        foreach (var name in failure.Errors.SelectMany(error => Late.Find(error, failure.Compilation)).Distinct())
        {
            if (Late.Fetch(name) is { } reference)
            {
                _newReferences.Add(reference);
                _referenceNames.Add(name);
            }
            else
            {
                failure.Lacking.Add(name);
            }
        }

        return _newReferences.Count > count;
    }

    private Submission Attempt(string code, string path, CancellationToken cancellation)
    {
        var tree = Parse(code, path);
        // A slip of syntax makes many other errors, none of which helps.
        ThrowOnErrors(() => Bind(tree, _options), tree.GetDiagnostics(cancellation));
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var options = AnswerCell.NeedsTrueLines(root) ? _options.WithOptimizationLevel(OptimizationLevel.Debug) : _options;
        var withSymbols = OperatingSystem.IsBrowser() || AnswerCell.NeedsSymbols(root); // a browser's runtime does not tell where in the code a call stood
        var original = new Lazy<CSharpCompilation>(() => Bind(tree, options.WithSourceReferenceResolver(_plainSources)));
        var casts = AnswerCell.Casts(root).ToList();
        var guarded = GuardedCode.Of(code, [.. _guard.Sites(root), .. casts]);
        while (!guarded.IsOriginal || (root.GetLoadDirectives().Count > 0 && !original.IsValueCreated))
        {
            using var attempt = Emit(Bind(guarded.IsOriginal ? tree : Parse(guarded.Text, path), options));
            if (!HasErrors(attempt.Diagnostics))
            {
                return Finish(attempt, cancellation);
            }

            // The learner's mistake, to be told in terms of the learner's text, or a check of ours that does not fit?
            ThrowOnErrors(() => original.Value, original.Value.GetDiagnostics(cancellation).Where(error => !IsAt(casts, error)));
            guarded = guarded.After(Errors(attempt.Diagnostics).Where(error => error.Location.SourceTree?.FilePath == path)
                .Select(error => error.Location.SourceSpan.Start));
        }

        using var plain = Emit(original.Value);
        ThrowOnErrors(() => original.Value, plain.Diagnostics);
        return Finish(plain, cancellation);

        // Later cells refer to what declares something, or brings references, by the name that they know.
        EmittedCell Emit(CSharpCompilation compilation) => new(
            compilation, Declarations.Any(root) || _newReferences.Count > 0 ? compilation.AssemblyName! : NextName(), withSymbols, cancellation);
    }

    // Without its cast a function's name may mean others too, and that is not the learner's mistake.
    private static bool IsAt(List<CodeSite> casts, Diagnostic error) => casts.Exists(cast => cast.Span.Contains(error.Location.SourceSpan.Start));

    private Submission Finish(EmittedCell emitted, CancellationToken cancellation) =>
        // Without code there is nothing to emit, and that is no error.
        emitted.Success
            ? new Submission(emitted.Compilation, Load(emitted, cancellation), () => EndsInValue(emitted.Compilation), IsKept: emitted.Name == emitted.Compilation.AssemblyName)
            : new Submission(emitted.Compilation, null, () => false, IsKept: true);

    /// <summary>
    /// Later submissions see this one from now on, if there is anything to see: each that they look through costs them time,
    /// and 45 KB for as long as the session lives.
    /// </summary>
    /// <returns>True if they see it; its slot is the next one's otherwise.</returns>
    public bool Advance(Submission submission)
    {
        if (!submission.IsKept)
        {
            return false;
        }

        Latest = submission.Compilation;
        _newReferences.Clear();
        Count++;
        return true;
    }

    private Func<object?[], Task<object?>> Load(EmittedCell emitted, CancellationToken cancellation)
    {
        emitted.Image.Position = 0;
        if (emitted.Symbols is { } symbols)
        {
            symbols.Position = 0;
        }
        else
        {
            LateSymbols.Set(emitted.Compilation, emitted.Name);
        }

        var entry = emitted.Compilation.GetEntryPoint(cancellation)!;
        _empty = emitted.Name == emitted.Compilation.AssemblyName ? null : _empty; // that name is taken now
        var assembly = _loadContext.LoadCell(emitted.Name, emitted.Image, emitted.Symbols);
        if (!FormatterUse.HasBegun && assembly.GetReferencedAssemblies().Any(name => name.Name == typeof(Formatter).Assembly.GetName().Name))
        {
            FormatterUse.Begin();
        }

        return assembly
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) => Errors(diagnostics).Any();

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static void ThrowOnErrors(Func<CSharpCompilation> compilation, IEnumerable<Diagnostic> diagnostics)
    {
        var errors = Errors(diagnostics).ToList();
        if (errors.Count > 0)
        {
            throw new CompilationFailedException(compilation(), errors);
        }
    }

    private static bool EndsInValue(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        if (tree.GetCompilationUnitRoot().Members is not [.., GlobalStatementSyntax last])
        {
            return false;
        }

        if (last.Statement is not ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement)
        {
            return last.Statement is ReturnStatementSyntax { Expression: not null };
        }

        var type = compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type;
        return type?.SpecialType != SpecialType.System_Void;
    }

    private static LanguageVersion ParseVersion(string? version) =>
        version is null ? LanguageVersion.Latest
        : LanguageVersionFacts.TryParse(version, out var parsed) ? parsed
        : throw new ArgumentException($"'{version}' is no version of C#; write for example \"13\".", nameof(version));
}
