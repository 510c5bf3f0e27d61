using System.Runtime.ExceptionServices;

namespace Course.Kernel.Threads;

/// <summary>
/// The one thread on which a session's cells run, and the means to stop what runs there: <see cref="Thread.Interrupt"/>
/// ends waits and sleeps, <see cref="CellStop"/> ends the cell's own code at its next check. A library's long calculation has
/// neither. It goes on to its end: the runtime could abort the thread, but in some places that takes the process down.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;
    private const int RetryMilliseconds = 50;
    private const int RoundsBeforeNotice = 45; // about two seconds

    private readonly object _gate = new();
    private readonly Thread _thread;
    private readonly SemaphoreSlim _workArrived = new(0);
    private readonly Action _cannotBeStopped;
    private Action? _work;
    private CancellationTokenSource _cell = new();
    private volatile CellPump? _running;
    private volatile int _hostDepth; // written by the cells' thread only
    private volatile bool _interrupted;
    private volatile bool _disposed;

    /// <param name="cannotBeStopped">Called, at most once a cell, when it goes on long after it was to stop.</param>
    public CellThread(Action cannotBeStopped)
    {
        _cannotBeStopped = cannotBeStopped;
        _thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        _thread.UnsafeStart();
    }

    /// <summary>Cancelled when the current cell is to stop; compilers and restores watch it.</summary>
    public CancellationToken Cancellation => _cell.Token;

    /// <summary>The flag in <see cref="CellStop"/> that this thread's code looks at.</summary>
    public int StopSlot { get; } = CellStop.Rent();

    /// <summary>True on the cells' thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == _thread;

    /// <summary>True while the cells' thread sleeps or waits.</summary>
    public bool IsBlocked => _thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    private bool IsStopping => _interrupted && _running is not null;

    /// <summary>From now on an interrupt is for the next cell; those of earlier cells are forgotten.</summary>
    public void Arm() => Locked(() =>
    {
        _cell = new CancellationTokenSource();
        _interrupted = false;
        CellStop.Set(StopSlot, false);
    });

    /// <summary>Runs work on the cells' thread and waits for its result.</summary>
    public T Invoke<T>(Func<T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var done = new ManualResetEventSlim();
        var result = default(T)!;
        ExceptionDispatchInfo? fault = null;
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
        var pump = new CellPump(this);
        Locked(() => _running = _interrupted ? null : pump);
        Cancellation.ThrowIfCancellationRequested();
        try
        {
            SynchronizationContext.SetSynchronizationContext(pump);
            body(pump);
        }
        catch (Exception exception) when (_interrupted)
        {
            throw new OperationCanceledException(exception.Message, exception, Cancellation);
        }
        finally
        {
            Locked(() => _running = null);
            _hostDepth = 0;
            if (_interrupted)
            {
                AbsorbInterrupt();
            }

            SynchronizationContext.SetSynchronizationContext(null);
            pump.Close();
        }
    }

    /// <summary>
    /// Runs our own code for a cell, such as output. An interrupt in there would break what only half happened, so none
    /// comes; a cell that is to be stopped does not get in.
    /// </summary>
    public void RunHostCode(Action action)
    {
        if (!IsCurrent)
        {
            action();
            return;
        }

        _hostDepth++;
        Interlocked.MemoryBarrier();
        try
        {
            if (IsStopping)
            {
                throw new OperationCanceledException(Cancellation);
            }

            action();
        }
        finally
        {
            _hostDepth--;
        }
    }

    /// <summary>For code that may take long: ends it if its cell is to stop.</summary>
    public void ThrowIfStopping()
    {
        if (CellStop.IsSet(StopSlot))
        {
            CellStop.Throw();
        }
    }

    /// <summary>Ends the loops of the cell that runs, and lets the cell go on from there; false lets them run again, unless the cell is to stop.</summary>
    public void EndLoops(bool end) => Locked(() => CellStop.Set(StopSlot, end || _interrupted));

    /// <summary>Stops the cell that runs, or the one for which <see cref="Arm"/> was called. Returns at once; from any thread.</summary>
    public void Interrupt()
    {
        CellPump? running = null;
        Locked(() =>
        {
            running = _interrupted ? null : _running;
            if (!_interrupted)
            {
                _interrupted = true;
                CellStop.Set(StopSlot, true);
            }
        });
        _cell.Cancel();
        if (running is not null)
        {
            running.Stop();
            new Thread(() => StopRunning(running)) { IsBackground = true, Name = "cell interrupt" }.UnsafeStart();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        if (_running is null)
        {
            CellStop.Return(StopSlot); // a cell that is still to stop keeps its flag
        }

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

            Interlocked.Exchange(ref _work, null)!.Invoke();
        }
    }

    private void StopRunning(CellPump run)
    {
        for (var round = 0; Wake(run); round++)
        {
            if (round == RoundsBeforeNotice)
            {
                _cannotBeStopped();
            }

            Thread.Sleep(Math.Min(5 * (round + 1), RetryMilliseconds));
        }
    }

    /// <summary>Wakes what waits; the cell's own code ends at its next check. False when the run has ended.</summary>
    private bool Wake(CellPump run)
    {
        var running = true;
        Locked(() =>
        {
            running = _running == run;
            if (running && _hostDepth == 0 && IsBlocked) // our own code looks at the request by itself
            {
                _thread.Interrupt();
            }
        });
        return running;
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
