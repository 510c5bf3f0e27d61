using static System.FormattableString;

namespace Course;

/// <summary>A ring all-reduce between threads: each worker hands pieces to the next one and takes pieces from the one before, and counts what it sends.</summary>
/// <remarks>Every number is added in the same order for all workers, so that all get the same sum to the last bit. Source: P. Patarasuk, X. Yuan,
/// J. Parallel Distrib. Comput. 69, 2009.</remarks>
public sealed class Ring
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(1);

    private readonly Queue<float[]>[] _inboxes;   // each is its own lock
    private readonly long[] _sent;
    private readonly TimeSpan _patience;
    private WorkerLostException? _lost;

    /// <summary>A ring of so many workers.</summary>
    /// <param name="workers">At least 1.</param>
    /// <param name="patience">How long a worker waits for its neighbour; a minute when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one worker.</exception>
    public Ring(int workers, TimeSpan? patience = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        _inboxes = [.. Enumerable.Range(0, workers).Select(_ => new Queue<float[]>())];
        _sent = new long[workers];
        _patience = patience ?? DefaultPatience;
    }

    /// <summary>The worker that was lost first; null while all are there.</summary>
    public WorkerLostException? Lost => Volatile.Read(ref _lost);

    /// <summary>The end that worker <paramref name="rank"/> holds.</summary>
    public IAllReduce this[int rank] => rank >= 0 && rank < _inboxes.Length
        ? new End(this, rank)
        : throw new ArgumentOutOfRangeException(nameof(rank), Invariant($"worker {rank} of {_inboxes.Length}: the first is 0, the last {_inboxes.Length - 1}"));

    /// <summary>Bytes that worker <paramref name="rank"/> has sent so far.</summary>
    public long BytesSent(int rank) => Interlocked.Read(ref _sent[rank]);

    /// <summary>Says that a worker is gone: whoever waits, or will wait, gets a <see cref="WorkerLostException"/>. The first call counts.</summary>
    /// <param name="rank">The worker's number.</param>
    /// <param name="cause">What ended it.</param>
    public void Break(int rank, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        if (cause is WorkerLostException || Interlocked.CompareExchange(ref _lost, new(rank, cause), null) is not null)
        {
            return;
        }

        foreach (var inbox in _inboxes)
        {
            lock (inbox)
            {
                Monitor.PulseAll(inbox);
            }
        }
    }

    private void Sum(int rank, float[] values)
    {
        var size = _inboxes.Length;
        for (var round = 0; round < 2 * (size - 1); round++)
        {
            Send(rank, values[Piece(Place(rank - round, size), values.Length, size)]);
            var mine = values.AsSpan(Piece(Place(rank - round - 1, size), values.Length, size));
            Take(Receive(rank), mine, isSum: round < size - 1);
        }
    }

    // The first rounds add, until each worker holds one piece of the sum; the others carry those pieces on.
    private static void Take(float[] came, Span<float> mine, bool isSum)
    {
        if (came.Length != mine.Length)
        {
            throw new InvalidOperationException(Invariant($"Ring: {came.Length} numbers came where {mine.Length} were expected; every worker has to sum equally many"));
        }

        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] = isSum ? came[i] + mine[i] : came[i];
        }
    }

    private void Send(int rank, float[] piece)
    {
        Interlocked.Add(ref _sent[rank], (long)piece.Length * sizeof(float));
        var inbox = _inboxes[(rank + 1) % _inboxes.Length];
        lock (inbox)
        {
            inbox.Enqueue(piece);
            Monitor.Pulse(inbox);
        }
    }

    private float[] Receive(int rank)
    {
        var inbox = _inboxes[rank];
        lock (inbox)
        {
            // Woken by a piece, or because the ring is broken; by nothing else.
            var isWoken = inbox.Count > 0 || Lost is not null || Monitor.Wait(inbox, _patience);
            return Lost is { } lost ? throw lost
                : isWoken ? inbox.Dequeue()
                : throw new TimeoutException(Invariant($"worker {rank} waited {_patience.TotalSeconds:0.#} s for worker {Place(rank - 1, _inboxes.Length)}, and nothing came"));
        }
    }

    private static int Place(int i, int size) => ((i % size) + size) % size;

    private static Range Piece(int i, int length, int size) => (int)((long)length * i / size)..(int)((long)length * (i + 1) / size);

    private sealed class End(Ring ring, int rank) : IAllReduce
    {
        public int Rank => rank;

        public int Size => ring._inboxes.Length;

        public void Sum(float[] values)
        {
            ArgumentNullException.ThrowIfNull(values);
            if (ring.Lost is { } lost)
            {
                throw lost;
            }

            ring.Sum(rank, values);
        }
    }
}
