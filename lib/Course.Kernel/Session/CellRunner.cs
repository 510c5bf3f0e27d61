using Course.Kernel.Directives;
using Course.Kernel.Display;
using Course.Kernel.Packages;
using Course.Kernel.Script;

namespace Course.Kernel.Session;

/// <summary>
/// What a session does with a cell, wherever it lives: obeys directives, compiles, keeps variables, shows values, and tells what went wrong
/// in the learner's terms. How code is run and stopped is the affair of the place: a thread of its own here, an event loop in a browser.
/// </summary>
internal sealed partial class CellRunner
{
    private const int LongestLine = 120;

    private readonly CellPlace _place;
    private readonly ScriptCompiler _compiler;
    private readonly SessionReferences _references;
    private readonly CellDisplay _display;
    private readonly SourceLines _sources = new();
    private readonly ExceptionReport _exceptions;
    private object?[] _slots = new object?[64];
    private int _slotCount = 1; // the first slot is for a host object, of which there is none

    /// <param name="place">Where it lives.</param>
    /// <param name="packages">Where its packages come from.</param>
    /// <param name="guard">Makes cells stoppable.</param>
    /// <param name="display">Where values are shown.</param>
    public CellRunner(CellPlace place, Lazy<IPackages> packages, ICellGuard guard, CellDisplay display)
    {
        _place = place;
        _display = display;
        var loadContext = new SessionLoadContext();
        _references = new SessionReferences(
            place.Folder, packages, loadContext, () => _compiler!, place.Cancellation, text => place.Tell(StreamName.Error, text));
        _compiler = new ScriptCompiler(
            loadContext, place.LanguageVersion, typeof(CellVerbs), guard, new ReferenceResolver(_references.InLoadedFile), place.Folder);
        _exceptions = new ExceptionReport(loadContext.IsCell, _sources, _compiler.LateSymbols);
        Assistant = new CodeAssistant(_compiler, place.Folder);
    }

    /// <summary>Cells that the compiler looks through for each further one.</summary>
    public int CompiledCells => _compiler.Count;

    /// <summary>Answers questions about code; not while a cell runs.</summary>
    public CodeAssistant Assistant { get; }

    /// <summary>Newest C# that cells may use.</summary>
    public Microsoft.CodeAnalysis.CSharp.LanguageVersion LanguageVersion => _compiler.ParseOptions.LanguageVersion;

    /// <summary>Runs one cell to its end, however it ends.</summary>
    /// <param name="code">C# with the directives of the course.</param>
    /// <param name="cell">What errors call it.</param>
    public async Task<CellResult> RunAsync(string code, string cell)
    {
        try
        {
            await RunStepsAsync(code, cell);
            return CellResult.Completed;
        }
        catch (CompilationFailedException failure)
        {
            return new CellResult(CellStatus.CompilationFailed, CompileErrorReport.Create(failure, _sources));
        }
        catch (DirectiveException failure)
        {
            return new CellResult(CellStatus.CompilationFailed, ErrorAt(failure.Line, "DirectiveError", failure.Message, cell));
        }
        catch (NestingException failure)
        {
            return new CellResult(CellStatus.CompilationFailed, ErrorAt(failure.Line, "CompilationError", failure.Message, cell));
        }
        catch (OperationCanceledException stopped) when (_place.Cancellation().IsCancellationRequested)
        {
            return new CellResult(CellStatus.Interrupted, InterruptedError(stopped));
        }
        catch (Exception exception)
        {
            return new CellResult(CellStatus.Threw, Explained(_exceptions.Create(exception, cell), exception));
        }
    }

    private async Task RunSubmissionAsync(string code, string path, bool isLast)
    {
        _sources.Add(path, code);
        var submission = _compiler.Compile(code, path, _place.Cancellation());
        _place.Cancellation().ThrowIfCancellationRequested();
        var isKept = _compiler.Advance(submission);
        if (submission.Entry is not { } entry)
        {
            return;
        }

        if (_slots.Length < _slotCount + 2)
        {
            Array.Resize(ref _slots, _slots.Length * 2);
        }

        try
        {
            await _place.Execute(() => entry(_slots), value =>
            {
                if (value is not null || submission.EndsInValue()) // asked last: the compiler has to bind for it
                {
                    ShowValue(value, isLast);
                }
            });
        }
        finally
        {
            EndSlots(isKept);
        }
    }

    private void EndSlots(bool isKept)
    {
        if (!isKept)
        {
            _slots[_slotCount] = null;
            return;
        }

        while (_slots[_slotCount] is not null)
        {
            _slotCount++;
        }
    }

    private void ShowValue(object? value, bool isLast)
    {
        if (value is DisplayedValue or Microsoft.DotNet.Interactive.Formatting.DisplayedValue)
        {
            return; // shown already
        }

        if (!isLast)
        {
            _display.Show(value);
            return;
        }

        _display.Result(value);
    }

    private CellError Explained(CellError error, Exception exception) =>
        _place.Explain(exception) is { } sentence
            ? error with { Message = sentence, Traceback = [.. error.Traceback.Where(line => !line.Contains("PublicKeyToken=", StringComparison.Ordinal)), sentence] }
            : error;

    private CellError ErrorAt(int number, string name, string message, string cell)
    {
        var text = _sources.Line(cell, number).Trim();
        var line = text.Length <= LongestLine ? text : text[..LongestLine];
        return new CellError(
            name,
            message,
            [$"{cell}, line {number}: {message}", "    " + line, "    " + new string('^', Math.Max(1, line.Length))],
            number,
            1);
    }

    private CellError InterruptedError(OperationCanceledException stopped)
    {
        const string Message = "The cell was interrupted; what it had set is kept.";
        var where = stopped.InnerException?.GetBaseException() is { } cause ? _exceptions.Where(cause) : [];
        return new CellError("Interrupted", Message, ["Interrupted: " + Message, .. where]);
    }
}
