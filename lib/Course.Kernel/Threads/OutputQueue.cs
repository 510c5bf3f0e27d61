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
    private bool _delivering;
    private bool _flushing;
    private bool _disposed;

    public OutputQueue(TimeProvider time, TimeSpan delay)
    {
        _time = time;
        _delay = delay;
        _dispatcher = new Thread(Dispatch) { IsBackground = true, Name = "cell output" };
        _dispatcher.UnsafeStart();
    }

    /// <summary>Output goes to <paramref name="events"/> from now on; what leftover tasks wrote between cells comes first.</summary>
    public void Open(ICellEvents events)
    {
        lock (_gate)
        {
            _events = events;
            _hostFault = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Delivers everything, then detaches the host. Throws what the host threw, if it did.</summary>
    public void Close()
    {
        Flush();
        lock (_gate)
        {
            _events = null;
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
            while (_entries.Count > 0 || _delivering)
            {
                _flushing = true;
                Monitor.PulseAll(_gate);
                Monitor.Wait(_gate);
            }

            _flushing = false;
        }
    }

    /// <summary>Appends console text. Waits while too much is pending.</summary>
    public void Write(StreamName stream, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var part = text[..Whole(text, Math.Min(text.Length, BatchCharacters))];
            Append(stream, part);
            text = text[part.Length..];
        }
    }

    /// <summary>Appends anything but text: it is delivered at once, after the text before it.</summary>
    public void Post(Action<ICellEvents> deliver)
    {
        lock (_gate)
        {
            while (_entries.Count >= MaxPendingEntries && _events is not null && !_disposed)
            {
                Monitor.Wait(_gate);
            }

            _entries.AddLast(new Entry(deliver));
            Monitor.PulseAll(_gate);
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

    private void Append(StreamName stream, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            while (_pendingCharacters >= MaxPendingCharacters && _events is not null && !_disposed)
            {
                Monitor.Wait(_gate);
            }

            if (_disposed || (_events is null && _pendingCharacters >= MaxPendingCharacters))
            {
                return; // between cells nobody reads: a leftover thread's flood is cut, not kept
            }

            var tail = _entries.Last?.Value;
            if (tail is null || tail.Deliver is not null || tail.Stream != stream || tail.IsFull)
            {
                tail = new Entry(stream, _time.GetTimestamp());
                _entries.AddLast(tail);
                Monitor.PulseAll(_gate);
            }

            tail.Text.Append(text);
            _pendingCharacters += text.Length;
            if (tail.IsFull)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Dispatch()
    {
        CellContext.EnterHost();
        while (Next() is var (entry, events))
        {
            try
            {
                entry.DeliverTo(events);
            }
            catch (Exception fault)
            {
                lock (_gate)
                {
                    _hostFault ??= fault;
                }
            }

            lock (_gate)
            {
                _delivering = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private (Entry Entry, ICellEvents Events)? Next()
    {
        lock (_gate)
        {
            while (!_disposed)
            {
                if (_events is { } events && _entries.First is { } first)
                {
                    var wait = MillisecondsToGather(first);
                    if (wait <= 0)
                    {
                        _entries.RemoveFirst();
                        _pendingCharacters -= first.Value.Text.Length;
                        _delivering = true;
                        return (first.Value, events);
                    }

                    Monitor.Wait(_gate, wait);
                }
                else
                {
                    Monitor.Wait(_gate);
                }
            }

            _entries.Clear();
            Monitor.PulseAll(_gate);
            return null;
        }
    }

    private int MillisecondsToGather(LinkedListNode<Entry> first)
    {
        var entry = first.Value;
        var isComplete = entry.Deliver is not null || first.Next is not null || entry.IsFull;
        return isComplete || _flushing
            ? 0
            : (int)(_delay - _time.GetElapsedTime(entry.Started)).TotalMilliseconds;
    }

    private sealed class Entry
    {
        public Entry(Action<ICellEvents> deliver)
        {
            Deliver = deliver;
        }

        public Entry(StreamName stream, long started)
        {
            Stream = stream;
            Started = started;
        }

        public Action<ICellEvents>? Deliver { get; }

        public StreamName Stream { get; }

        public long Started { get; }

        public StringBuilder Text { get; } = new();

        public bool IsFull => Text.Length >= BatchCharacters && !char.IsHighSurrogate(Text[^1]);

        public void DeliverTo(ICellEvents events)
        {
            if (Deliver is not null)
            {
                Deliver(events);
            }
            else if (Text.Length > 0)
            {
                events.Stream(Stream, Text.ToString());
            }
        }
    }
}
