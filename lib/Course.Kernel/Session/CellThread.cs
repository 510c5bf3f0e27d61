using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Course.Kernel.Session;

/// <summary>
/// The one thread on which a session's cells run, and the means to stop what runs there: <see cref="Thread.Interrupt"/>
/// ends waits and sleeps, ControlledExecution ends loops. Each alone fails on half of what learners write.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;
    private const int RetryMilliseconds = 50;

    private readonly object _gate = new();
    private readonly Thread _thread;
    private readonly SemaphoreSlim _workArrived = new(0);
    private Action? _work;
    private CancellationTokenSource _cell = new();
    private CancellationTokenSource? _abort;
    private volatile bool _interrupted;
    private volatile bool _disposed;

    public CellThread()
    {
        _thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        _thread.UnsafeStart();
    }

    /// <summary>Cancelled when the current cell is to stop; compilers and restores watch it.</summary>
    public CancellationToken Cancellation => _cell.Token;

    /// <summary>Runs work on the cells' thread and waits for its result.</summary>
    public T Invoke<T>(Func<T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var done = new ManualResetEventSlim();
        var result = default(T)!;
        ExceptionDispatchInfo? fault = null;
        Locked(() =>
        {
            _cell = new CancellationTokenSource();
            _interrupted = false;
        });
        _work = () =>
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
            done.Set();
        };
        _workArrived.Release();
        done.Wait();
        fault?.Throw();
        return result;
    }

    /// <summary>Runs a learner's code so that <see cref="Interrupt"/> can stop it. Only on the cells' thread.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void RunControlled(Action<CellPump> body)
    {
        var abort = new CancellationTokenSource();
        var pump = new CellPump(_thread);
        var completed = false;
        Locked(() => _abort = _interrupted ? null : abort);
        Cancellation.ThrowIfCancellationRequested();
        try
        {
#pragma warning disable SYSLIB0046 // The documented purpose is just this: to stop a script that a person typed.
            ControlledExecution.Run(
                () =>
                {
                    SynchronizationContext.SetSynchronizationContext(pump);
                    body(pump);
                    completed = true;
                },
                abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception exception) when (_interrupted)
        {
            if (!completed)
            {
                throw new OperationCanceledException(exception.Message, exception, abort.Token);
            }
        }
        finally
        {
            Locked(() => _abort = null);
            if (_interrupted)
            {
                AbsorbInterrupt();
            }
            SynchronizationContext.SetSynchronizationContext(null);
            pump.Close();
        }
    }

    /// <summary>Stops the cell that runs, if one does. Returns at once; from any thread.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? abort = null;
        Locked(() =>
        {
            abort = _interrupted ? null : _abort;
            _interrupted = true;
        });
        _cell.Cancel();
        if (abort is not null)
        {
            // Each on its own thread: Cancel blocks for as long as the cell sits in a wait.
            new Thread(() => WakeUntilStopped(abort)) { IsBackground = true, Name = "cell interrupt" }.UnsafeStart();
            new Thread(abort.Cancel) { IsBackground = true, Name = "cell abort" }.UnsafeStart();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _workArrived.Release();
    }

    private void Loop()
    {
        while (true)
        {
            _workArrived.Wait();
            if (_disposed)
            {
                return;
            }
            Interlocked.Exchange(ref _work, null)?.Invoke();
        }
    }

    private void WakeUntilStopped(CancellationTokenSource abort)
    {
        var running = true;
        while (running)
        {
            Locked(() =>
            {
                running = _abort == abort;
                if (running)
                {
                    _thread.Interrupt();
                }
            });
            Thread.Sleep(RetryMilliseconds);
        }
    }

    // A pending Thread.Interrupt breaks the first wait, and that may be the one for this lock.
    private void Locked(Action action)
    {
        var taken = false;
        while (!taken)
        {
            try
            {
                Monitor.Enter(_gate, ref taken);
            }
            catch (ThreadInterruptedException)
            {
            }
        }
        try
        {
            action();
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private static void AbsorbInterrupt()
    {
        try
        {
            Thread.Sleep(1); // a sleep of zero would not notice
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
