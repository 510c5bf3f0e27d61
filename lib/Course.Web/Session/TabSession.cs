using System.Diagnostics.CodeAnalysis;
using Course.Kernel.Display;
using Course.Kernel.Export;
using Course.Kernel.Packages;
using Course.Kernel.Script;
using Course.Kernel.Session;

namespace Course.Web.Session;

/// <summary>Runs a notebook's cells in a browser's worker, which has one thread: what a cell awaits comes back through the event loop.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the worker; a source of cancellation without a timer holds nothing.")]
internal sealed class TabSession : ICellHost
{
    private readonly ITab _tab;
    private readonly TimeProvider _time;
    private readonly CellRunner _runner;
    private readonly OutputRenderer _renderer;
    private CancellationTokenSource _cell = new();
    private TaskCompletionSource _stopped = new();
    private TabOutput? _latest;

    /// <param name="tab">The page.</param>
    /// <param name="folder">The notebook's.</param>
    /// <param name="packages">The assemblies that the site has.</param>
    /// <param name="time">The clock.</param>
    public TabSession(ITab tab, string folder, IPackages packages, TimeProvider time)
    {
        _tab = tab;
        _time = time;
        Display = new CellDisplay(Post);
        _renderer = new OutputRenderer(new MarkdownRenderer(new LinkResolver(folder, new Dictionary<string, string>())));
        var place = new CellPlace
        {
            Folder = folder,
            Time = time,
            Cancellation = () => _cell.Token,
            Execute = ExecuteAsync,
            Tell = (stream, text) => Output.Stream(stream, text),
            Explain = BrowserLimits.Explain,
        };
        _runner = new CellRunner(place, new Lazy<IPackages>(packages), new CodeGuard(TabStop.Text), Display);
    }

    public CellDisplay Display { get; }

    /// <summary>Answers questions about code; not while a cell runs.</summary>
    public CodeAssistant Assistant => _runner.Assistant;

    private TabOutput Output => CellContext.EventsIn(this) as TabOutput ?? _latest ?? throw new InvalidOperationException("No cell has run yet.");

    /// <summary>Runs one cell to its end, however it ends; all that it showed has been told then.</summary>
    public async Task<CellResult> RunAsync(int cell, string code, string name)
    {
        var output = _latest = new TabOutput(cell, _tab, _renderer, _time);
        (_cell, _stopped) = (new CancellationTokenSource(), new TaskCompletionSource());
        TabStop.Begin(IsStopping, output.FlushIfDue);
        CellContext.Enter(this, output);
        var result = await _runner.RunAsync(code, name);
        output.End(result.Error);
        return result;
    }

    /// <summary>Ends the running cell's waits; its loops ask the page by themselves.</summary>
    public void Stop()
    {
        _cell.Cancel();
        _stopped.TrySetResult();
    }

    public void Write(StreamName stream, string text) => Output.Stream(stream, text);

    public string Ask(string prompt, bool isPassword) => throw new InvalidOperationException(
        "The cell asks for input, and a page has no place to type it. Set the value in the cell instead.");

    public void Report(string json) => Output.Report(json);

    public void EndLoops(bool end) => TabStop.EndLoops(end);

    public void ThrowIfStopping()
    {
        if (TabStop.Look())
        {
            TabStop.Throw();
        }
    }

    private bool IsStopping()
    {
        if (_tab.IsStopping)
        {
            Stop();
        }

        return _cell.IsCancellationRequested;
    }

    private void Post(Action<ICellEvents> deliver) => deliver(Output);

    private async Task ExecuteAsync(Func<Task<object?>> start, Action<object?> show)
    {
        try
        {
            var task = start();
            if (await Task.WhenAny(task, _stopped.Task) != task)
            {
                throw new OperationCanceledException(_cell.Token);
            }

            show(await task);
        }
        catch (Exception fault) when (_cell.IsCancellationRequested && fault is not OperationCanceledException { InnerException: null })
        {
            throw new OperationCanceledException(fault.Message, fault, _cell.Token);
        }
    }
}
