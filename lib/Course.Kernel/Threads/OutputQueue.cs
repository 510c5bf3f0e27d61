using System.Text;
using Course.Kernel.Display;

namespace Course.Kernel.Threads;

/// <summary>
/// One ordered queue between cells, which write from any thread, and the host, which hears of it on one thread.
/// Text is gathered for a moment; writers wait when the host falls behind, so a flood stays in bounded memory.
/// </summary>
internal sealed class OutputQueue : IDisposable
{
    private const int BatchCharacters = 64 * 1024;
    private const int MaxPendingCharacters = 1024 * 1024;
    private const int MaxPendingEntries = 1000;

    private readonly object _gate = new();
    private readonly LinkedList<Entry> _entries = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _delay;
    private readonly Thread _dispatcher;
    private ICellEvents? _events;
    private Exception? _hostFault;
    private long _pendingCharacters;
    private long _accepted; // entries
    private long _delivered;
    private long _flushed; // entries up to this one are not kept back to gather more
    private bool _disposed;

    public OutputQueue(TimeProvider time, TimeSpan delay)
    {
        _time = time;
        _delay = delay;
        _dispatcher = new Thread(Dispatch) { IsBackground = true, Name = "cell output" };
        _dispatcher.UnsafeStart();
    }

    /// <summary>Output goes to <paramref name="events"/> from now on, but for that of earlier cells' threads.</summary>
    public void Open(ICellEvents events)
    {
        lock (_gate)
        {
            _events = events;
            _hostFault = null;
        }
    }

    /// <summary>Delivers all that the cell has written so far. Throws what its host threw, if it did.</summary>
    public void Close()
    {
        Flush();
        lock (_gate)
        {
            if (_hostFault is { } fault)
            {
                _hostFault = null;
                throw new InvalidOperationException("The host failed to take a cell's output: " + fault.Message, fault);
            }
        }
    }

    /// <summary>Returns when all that was written before has been delivered.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            var last = _accepted;
            _flushed = Math.Max(_flushed, last);
            Monitor.PulseAll(_gate);
            while (_delivered < last)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Appends console text. Waits while too much is pending.</summary>
    /// <param name="events">Who hears of it; null: who hears of the newest cell.</param>
    /// <param name="stream">Standard output or error.</param>
    /// <param name="text">Verbatim.</param>
    public void Write(ICellEvents? events, StreamName stream, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var part = text[..Whole(text, Math.Min(text.Length, BatchCharacters))];
            Append(events, stream, part);
            text = text[part.Length..];
        }
    }

    /// <summary>Appends anything but text: it is delivered at once, after the text before it.</summary>
    public void Post(ICellEvents? events, Action<ICellEvents> deliver)
    {
        lock (_gate)
        {
            while (_entries.Count >= MaxPendingEntries && !_disposed)
            {
                Monitor.Wait(_gate);
            }

            if ((events ?? _events) is { } host)
            {
                Accept(new Entry(host, deliver));
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Monitor.PulseAll(_gate);
        }
    }

    // A surrogate pair stays together: half of one is no text.
    private static int Whole(ReadOnlySpan<char> text, int length) =>
        length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length + 1 : length;

    private void Append(ICellEvents? events, StreamName stream, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            while (_pendingCharacters >= MaxPendingCharacters && !_disposed)
            {
                Monitor.Wait(_gate);
            }

            if (_disposed || (events ?? _events) is not { } host)
            {
                return;
            }

            var tail = _entries.Last?.Value;
            if (tail is null || !tail.Continues(host, stream))
            {
                tail = new Entry(host, stream, _time.GetTimestamp());
                Accept(tail);
            }

            tail.Text.Append(text);
            _pendingCharacters += text.Length;
            if (tail.IsFull)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Accept(Entry entry)
    {
        _entries.AddLast(entry);
        _accepted++;
        Monitor.PulseAll(_gate);
    }

    private void Dispatch()
    {
        CellContext.EnterHost();
        while (Next() is { } entry)
        {
            Exception? fault = null;
            try
            {
                entry.Deliver();
            }
            catch (Exception thrown)
            {
                fault = thrown;
            }

            lock (_gate)
            {
                _hostFault ??= entry.Host == _events ? fault : null; // an earlier cell's host has nobody to tell
                _delivered++;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Entry? Next()
    {
        lock (_gate)
        {
            while (!_disposed)
            {
                if (_entries.First is not { } first)
                {
                    Monitor.Wait(_gate);
                    continue;
                }

                var wait = MillisecondsToGather(first);
                if (wait <= 0)
                {
                    _entries.RemoveFirst();
                    _pendingCharacters -= first.Value.Text.Length;
                    return first.Value;
                }

                Monitor.Wait(_gate, wait);
            }

            _delivered += _entries.Count;
            _entries.Clear();
            Monitor.PulseAll(_gate);
            return null;
        }
    }

    private int MillisecondsToGather(LinkedListNode<Entry> first)
    {
        var entry = first.Value;
        var isComplete = !entry.IsText || first.Next is not null || entry.IsFull;
        return isComplete || _delivered < _flushed
            ? 0
            : (int)(_delay - _time.GetElapsedTime(entry.Started)).TotalMilliseconds;
    }

    private sealed class Entry
    {
        private readonly Action<ICellEvents>? _deliver;
        private readonly StreamName _stream;

        public Entry(ICellEvents host, Action<ICellEvents> deliver)
        {
            Host = host;
            _deliver = deliver;
        }

        public Entry(ICellEvents host, StreamName stream, long started)
        {
            Host = host;
            _stream = stream;
            Started = started;
        }

        public ICellEvents Host { get; }

        public long Started { get; }

        public StringBuilder Text { get; } = new();

        public bool IsText => _deliver is null;

        public bool IsFull => Text.Length >= BatchCharacters && !char.IsHighSurrogate(Text[^1]);

        /// <summary>True if text of that stream can be added to it.</summary>
        public bool Continues(ICellEvents host, StreamName stream) => IsText && Host == host && _stream == stream && !IsFull;

        public void Deliver()
        {
            if (_deliver is not null)
            {
                _deliver(Host);
            }
            else if (Text.Length > 0)
            {
                Host.Stream(_stream, Text.ToString());
            }
        }
    }
}
