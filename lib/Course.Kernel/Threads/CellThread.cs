using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Course.Kernel.Threads;

/// <summary>
/// The one thread on which a session's cells run, and the means to stop what runs there: <see cref="Thread.Interrupt"/>
/// ends waits and sleeps, <see cref="CellStop"/> ends the cell's own loops. Only for what goes on inside a library after two
/// seconds, ControlledExecution aborts the thread: the runtime survives that in most places, not in all.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;
    private const int RetryMilliseconds = 50;
    private const int RoundsBeforeAbort = 45; // about two seconds

    private readonly object _gate = new();
    private Thread _thread;
    private readonly SemaphoreSlim _workArrived = new(0);
    private Func<bool>? _work; // false: the thread is not to be used again
    private CancellationTokenSource _cell = new();
    private volatile ControlledRun? _run;
    private volatile int _hostDepth; // written by the cells' thread only
    private volatile bool _interrupted;

    // An aborted thread keeps the signal blocked by which the runtime suspends it, and so would threads that it starts.
    // So it ends with its cell, and the next cell's thread is started from outside.
    private volatile bool _abortUsed;
    private volatile bool _disposed;

    public CellThread()
    {
        _thread = StartThread();
    }

    /// <summary>Cancelled when the current cell is to stop; compilers and restores watch it.</summary>
    public CancellationToken Cancellation => _cell.Token;

    /// <summary>The flag in <see cref="CellStop"/> that this thread's loops look at.</summary>
    public int StopSlot { get; } = CellStop.Rent();

    /// <summary>True on the cells' thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == _thread;

    /// <summary>True while the cells' thread sleeps or waits.</summary>
    public bool IsBlocked => _thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    private bool IsStopping => _interrupted && _run is not null;

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
            CellStop.Set(StopSlot, false);
        });
        if (_abortUsed)
        {
            _abortUsed = false;
            _thread = StartThread();
        }

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

            var isUsedUp = _abortUsed;
            done.Set();
            return !isUsedUp;
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
        var run = new ControlledRun(new CellPump(this));
        var completed = false;
        Locked(() => _run = _interrupted ? null : run);
        Cancellation.ThrowIfCancellationRequested();
        try
        {
#pragma warning disable SYSLIB0046 // The documented purpose is just this: to stop a script that a person typed.
            ControlledExecution.Run(
                () =>
                {
                    SynchronizationContext.SetSynchronizationContext(run.Pump);
                    body(run.Pump);
                    completed = true;
                },
                run.Abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception exception) when (_interrupted)
        {
            if (!completed)
            {
                throw new OperationCanceledException(exception.Message, exception, run.Abort.Token);
            }
        }
        finally
        {
            Locked(() => _run = null);
            _hostDepth = 0;
            if (_interrupted)
            {
                AbsorbInterrupt();
            }

            SynchronizationContext.SetSynchronizationContext(null);
            run.Pump.Close();
        }
    }

    /// <summary>
    /// Runs our own code for a cell, such as output. An abort in there would leave locks that nobody gives back, so none
    /// comes; a cell that is to be stopped does not get in, and waits for the abort in the one place where it is safe: a loop.
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
        if (IsStopping)
        {
            _hostDepth--;
            while (_abortUsed)
            {
            }

            throw new OperationCanceledException(Cancellation);
        }

        try
        {
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

    /// <summary>Stops the cell that runs, if one does. Returns at once; from any thread.</summary>
    public void Interrupt()
    {
        ControlledRun? run = null;
        Locked(() =>
        {
            run = _interrupted ? null : _run;
            if (!_interrupted)
            {
                _interrupted = true;
                CellStop.Set(StopSlot, true);
            }
        });
        _cell.Cancel();
        if (run is not null)
        {
            run.Pump.Stop();
            new Thread(() => StopRunning(run)) { IsBackground = true, Name = "cell interrupt" }.UnsafeStart();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        if (_run is null)
        {
            CellStop.Return(StopSlot); // a cell that is still to stop keeps its flag
        }

        _workArrived.Release();
    }

    private Thread StartThread()
    {
        var thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        thread.UnsafeStart();
        return thread;
    }

    private void Loop()
    {
        var goOn = true;
        while (goOn)
        {
            _workArrived.Wait();
            goOn = !_disposed && Interlocked.Exchange(ref _work, null)!.Invoke();
        }
    }

    private void StopRunning(ControlledRun run)
    {
        for (var round = 0; Step(run, round); round++)
        {
            Thread.Sleep(Math.Min(5 * (round + 1), RetryMilliseconds));
        }
    }

    /// <summary>Wakes what waits; loops in cells end by themselves. What still goes on is aborted. False when the run has ended.</summary>
    private bool Step(ControlledRun run, int round)
    {
        var running = true;
        Locked(() =>
        {
            running = _run == run;
            if (!running || _hostDepth > 0)
            {
                return; // our own code looks at the request by itself
            }

            var waits = IsBlocked;
            if (waits)
            {
                _thread.Interrupt();
            }

            if (!_abortUsed && round >= RoundsBeforeAbort)
            {
                _abortUsed = true;
                // On its own thread: Cancel blocks for as long as the cell sits in a wait.
                new Thread(run.Abort.Cancel) { IsBackground = true, Name = "cell abort" }.UnsafeStart();
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

    private sealed record ControlledRun(CellPump Pump)
    {
        public CancellationTokenSource Abort { get; } = new();
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
