using Course.Kernel.Display;
using Course.Kernel.Packages;
using Course.Kernel.Script;
using Course.Kernel.Threads;

namespace Course.Kernel.Session;

/// <summary>
/// Runs cells of C#, one at a time, each seeing what the earlier ones declared. A cell that throws or is interrupted keeps
/// what it had set; one that does not compile changes nothing.
/// </summary>
public sealed partial class ScriptSession : ICellHost, IDisposable
{
    private readonly SessionOptions _options;
    private readonly CellThread _thread;
    private readonly OutputQueue _output;
    private readonly CellDisplay _display;
    private readonly CellRunner _runner;
    private int _cellCount;
    private int _busy;
    private int _armed;

    /// <summary>Starts the session; the compiler warms up in the background.</summary>
    /// <param name="options">Where the notebook is and what stands in for packages.</param>
    public ScriptSession(SessionOptions options)
    {
        _options = options;
        _thread = new CellThread(TellThatItGoesOn);
        _output = new OutputQueue(options.Time, options.OutputDelay);
        _display = new CellDisplay(Post);
        var place = new CellPlace
        {
            Folder = options.WorkingDirectory,
            LanguageVersion = options.LanguageVersion,
            Time = options.Time,
            Cancellation = () => _thread.Cancellation,
            Execute = Execute,
            Tell = (stream, text) => _output.Write(events: null, stream, text),
        };
        var packages = new Lazy<IPackages>(() => new PackageResolver(options.WorkingDirectory, options.PackageOverrides, options.PackageCache));
        _runner = new CellRunner(place, packages, new CodeGuard(CellStop.Text(_thread.StopSlot)), _display);
        ProcessHooks.Install();
        WarmUp.Start(_runner.LanguageVersion, options.IsTypedInto);
    }

    /// <summary>True while a cell runs.</summary>
    public bool IsBusy => Volatile.Read(ref _busy) != 0;

    /// <summary>Cells that the compiler looks through for each further one.</summary>
    internal int CompiledCells => _runner.CompiledCells;

    CellDisplay ICellHost.Display => _display;

    /// <summary>Runs a cell and returns when it has ended and all its output has been told.</summary>
    /// <param name="code">C# with the directives of the course.</param>
    /// <param name="events">Hears of the output, in its true order, on a thread of the session.</param>
    /// <param name="name">What errors call the cell; null: <c>cell 1</c>, <c>cell 2</c> and so on.</param>
    /// <returns>How it ended; a fault of the learner's code is a result, not an exception.</returns>
    /// <exception cref="InvalidOperationException">Another cell is running.</exception>
    public CellResult Run(string code, ICellEvents events, string? name = null)
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            throw new InvalidOperationException("A cell is running: a session runs one at a time.");
        }

        try
        {
            if (Interlocked.Exchange(ref _armed, 0) == 0)
            {
                _thread.Arm();
            }

            _output.Open(events);
            var cell = name ?? $"cell {_cellCount + 1}";
            _cellCount++;
            var result = _thread.Invoke(() => RunCell(code, cell, events));
            _output.Close();
            return result;
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>The next cell may be interrupted from now on, though it does not run yet: a host calls this before it tells anyone of the cell.</summary>
    internal void Arm()
    {
        _thread.Arm();
        Volatile.Write(ref _armed, 1);
    }

    /// <summary>Takes <see cref="Arm"/> back where no cell came.</summary>
    internal void Disarm() => Volatile.Write(ref _armed, 0);

    /// <summary>
    /// Stops the running cell; from any thread, returns at once. Without a running cell nothing happens. A call that runs no
    /// code of the cell's, such as the sort of a large array, goes on to its end first; the cell is told so.
    /// </summary>
    public void Interrupt()
    {
        if (IsBusy || Volatile.Read(ref _armed) != 0)
        {
            _thread.Interrupt();
        }
    }

    /// <summary>Returns when all that cells have shown so far has been told.</summary>
    internal void Flush() => _output.Flush();

    /// <summary>Ends the session. A cell that still runs is interrupted.</summary>
    public void Dispose()
    {
        Interrupt();
        CellContext.Forget(this);
        _thread.Dispose();
        _output.Dispose();
    }

    void ICellHost.Report(string json) => Post(events => events.Report(json));

    void ICellHost.Write(StreamName stream, string text) => _thread.RunHostCode(() => _output.Write(CellContext.EventsIn(this), stream, text));

    void ICellHost.ThrowIfStopping() => _thread.ThrowIfStopping();

    void ICellHost.EndLoops(bool end) => _thread.EndLoops(end);

    string? ICellHost.Ask(string prompt, bool isPassword)
    {
        if (_options.ReadInput is not { } read)
        {
            throw new InvalidOperationException(
                "The cell asks for input, and this notebook runs where no one can answer. Set the value in the cell instead.");
        }

        string? answer = null;
        _thread.RunHostCode(() =>
        {
            _output.Flush();
            answer = read(new InputRequest(prompt, isPassword, _thread.Cancellation));
        });
        _thread.Cancellation.ThrowIfCancellationRequested();
        return answer;
    }

    private void TellThatItGoesOn() => _output.Write(
        events: null,
        StreamName.Error,
        "This cell is inside a call that cannot be stopped, such as a long sort or a regular expression. It stops as soon as that call returns, "
        + "and what it had set is kept. You can wait for it, or restart the kernel: that ends it at once, and all variables are lost.\n");

    private void Post(Action<ICellEvents> deliver) => _thread.RunHostCode(() => _output.Post(CellContext.EventsIn(this), deliver));

    private CellResult RunCell(string code, string cell, ICellEvents events)
    {
        CellContext.Enter(this, events);
        return _runner.RunAsync(code, cell).GetAwaiter().GetResult(); // it never waits: Execute comes back when the cell has ended
    }

    private Task Execute(Func<Task<object?>> start, Action<object?> show)
    {
        _thread.RunControlled(pump =>
        {
            var task = start();
            pump.RunUntil(task);
            show(task.GetAwaiter().GetResult());
        });
        return Task.CompletedTask;
    }
}
