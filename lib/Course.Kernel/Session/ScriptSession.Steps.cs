using System.Globalization;
using Course.Kernel.Directives;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Notebooks;
using Course.Kernel.Packages;
using Course.Kernel.Script;

namespace Course.Kernel.Session;

public sealed partial class ScriptSession
{
    private readonly Stack<string> _imports = new();
    private PackageResolver? _packages;

    private PackageResolver Packages => _packages ??= new PackageResolver(_options);

    private void RunSteps(string code, string cell)
    {
        _sources.Add(cell, code);
        var steps = CellParser.Parse(code, _compiler.ParseOptions);
        var started = _options.Time.GetTimestamp();
        try
        {
            // References first, wherever they stand: code above them may need them.
            foreach (var step in steps.Where(step => step is CellStep.Reference or CellStep.Source))
            {
                Obey(step, cell, isLast: false);
            }

            for (var i = 0; i < steps.Count; i++)
            {
                if (steps[i] is not (CellStep.Reference or CellStep.Source))
                {
                    Obey(steps[i], cell, isLast: i == steps.Count - 1);
                }
            }
        }
        finally
        {
            if (steps.Any(step => step is CellStep.Time))
            {
                ShowElapsed(_options.Time.GetElapsedTime(started));
            }
        }
    }

    private void Obey(CellStep step, string cell, bool isLast)
    {
        switch (step)
        {
            case CellStep.Code code:
                RunSubmission(code.Text, cell, isLast);
                break;
            case CellStep.Markup markup:
                CellVerbs.display(Markup.Render(markup.Language, markup.Text));
                break;
            case CellStep.Import import:
                Import(import);
                break;
            case CellStep.Reference reference:
                AddReference(reference);
                break;
            case CellStep.Source source:
                Packages.AddSource(source.Target, source.Line);
                break;
        }
    }

    private void AddReference(CellStep.Reference reference)
    {
        try
        {
            if (PackageReference.TryParse(reference.Target, reference.Line) is { } package)
            {
                Use(Packages.Resolve(package, _thread.Cancellation));
                return;
            }

            var path = Path.GetFullPath(reference.Target, _options.WorkingDirectory);
            if (File.Exists(path))
            {
                Use(PackageFiles.OfBuild([path]));
            }
            else if (!FrameworkReferences.Paths.ContainsKey(Path.GetFileNameWithoutExtension(reference.Target)))
            {
                throw new DirectiveException($"There is no file {path}. #r starts from the notebook's folder.", reference.Line);
            }
        }
        catch (PackageException failure)
        {
            throw new DirectiveException(failure.Message, reference.Line, failure);
        }
    }

    private void Use(PackageFiles files)
    {
        foreach (var library in files.Assemblies)
        {
            _loadContext.Add(library);
        }

        foreach (var path in files.References)
        {
            _compiler.AddReference(path);
        }

        foreach (var native in files.NativeLibraries)
        {
            _loadContext.AddNative(native);
        }
    }

    private IReadOnlyList<string> ResolveInLoadedFile(string reference, string? baseFilePath)
    {
        if (PackageReference.TryParse(reference, line: 1) is { } package)
        {
            var files = Packages.Resolve(package, _thread.Cancellation);
            Use(files);
            return files.References;
        }

        var folder = Path.GetDirectoryName(baseFilePath) is { Length: > 0 } known ? known : _options.WorkingDirectory;
        var path = Path.GetFullPath(reference, folder);
        if (File.Exists(path))
        {
            Use(PackageFiles.OfBuild([path]));
            return [path];
        }

        return FrameworkReferences.Paths.TryGetValue(reference, out var framework) ? [framework] : [];
    }

    private void Import(CellStep.Import import)
    {
        var path = Path.GetFullPath(import.Path, _options.WorkingDirectory);
        if (!File.Exists(path))
        {
            throw new DirectiveException($"There is no file {path}. #!import starts from the notebook's folder.", import.Line);
        }

        if (_imports.Contains(path))
        {
            throw new DirectiveException($"{import.Path} imports itself, over {_imports.Count} files.", import.Line);
        }

        _imports.Push(path);
        try
        {
            foreach (var (code, name) in CellsOf(path, import))
            {
                RunSteps(code, name);
            }
        }
        finally
        {
            _imports.Pop();
        }
    }

    private static IEnumerable<(string Code, string Name)> CellsOf(string path, CellStep.Import import) =>
        Path.GetExtension(path) switch
        {
            ".cs" or ".csx" => [(File.ReadAllText(path), path)],
            ".ipynb" => NotebookDocument.Load(path).Cells
                .Where(cell => cell.Kind == CellKind.Code)
                .Select((cell, index) => (cell.Source, $"{Path.GetFileName(path)} cell {index + 1}")),
            var other => throw new DirectiveException($"#!import takes .cs, .csx and .ipynb files, not {other}.", import.Line),
        };

    private static void ShowElapsed(TimeSpan elapsed) =>
        CellVerbs.display("Wall time: " + elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + "ms");
}
