namespace Course.Kernel.Threads;

/// <summary>
/// Brings a cell back to its own thread after each top-level <c>await</c>, so that it can be interrupted there.
/// Where the cell's thread is blocked (<c>task.Result</c>), continuations go to the thread pool instead: no deadlock.
/// </summary>
internal sealed class CellPump(CellThread thread) : SynchronizationContext
{
    private const int RescueMilliseconds = 10;

    private readonly object _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private bool _waiting;
    private bool _closed;
    private bool _stopped;

    private bool ThreadIsBlocked => _closed || (!_waiting && thread.IsBlocked);

    public override void Post(SendOrPostCallback d, object? state) => thread.RunHostCode(() => Enqueue(d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what comes back until the task has ended. Only on the cell's thread.</summary>
    public void RunUntil(Task task)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        while (!task.IsCompleted)
        {
            (SendOrPostCallback Callback, object? State)? work = null;
            thread.RunHostCode(() => work = TakeOne(task));
            if (work is var (callback, state))
            {
                callback(state);
            }
        }
    }

    /// <summary>Ends the wait in <see cref="RunUntil"/> by an exception; from any thread.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>What is left, and all that comes later, runs on the thread pool.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            MoveToPool();
        }
    }

    private void Enqueue(SendOrPostCallback callback, object? state)
    {
        lock (_gate)
        {
            if (!ThreadIsBlocked)
            {
                _queue.Enqueue((callback, state));
                if (_waiting)
                {
                    Monitor.PulseAll(_gate);
                }
                else
                {
                    // The thread runs: most likely on its way to the pump; if it blocks instead, the pool takes over.
                    RescueLater();
                }

                return;
            }
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
    }

    private (SendOrPostCallback Callback, object? State)? TakeOne(Task task)
    {
        lock (_gate)
        {
            try
            {
                _waiting = true;
                while (_queue.Count == 0 && !task.IsCompleted && !_stopped)
                {
                    Monitor.Wait(_gate);
                }
            }
            finally
            {
                _waiting = false;
            }

            return _stopped ? throw new OperationCanceledException()
                : _queue.TryDequeue(out var work) ? work
                : null;
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void RescueLater() =>
        _ = Task.Delay(RescueMilliseconds).ContinueWith(
            _ => Rescue(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private void Rescue()
    {
        lock (_gate)
        {
            if (ThreadIsBlocked)
            {
                MoveToPool();
            }
            else if (_queue.Count > 0 && !_waiting)
            {
                RescueLater();
            }
        }
    }

    private void MoveToPool()
    {
        while (_queue.TryDequeue(out var work))
        {
            ThreadPool.QueueUserWorkItem(static work => work.Callback(work.State), work, preferLocal: false);
        }
    }
}
