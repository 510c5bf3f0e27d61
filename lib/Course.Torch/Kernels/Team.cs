using System.Diagnostics;
using System.Numerics;
using System.Runtime.ExceptionServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Threads that share out one range at a time. After a range they watch for the next one a while before they sleep: a sleeping thread
/// needs longer to wake than a small product takes, and a training step shares out dozens. Each has a place of its own in every range, so
/// that it finds in its caches what it wrote there in the one before.
/// </summary>
internal static class Team
{
    /// <summary>Parts of a range: one bit each.</summary>
    public const int MostParts = 64;

    // 200 µs: longer than what a training step does on one thread between two ranges. After the first 10 a watcher lets others have
    // its core if they want it: beside other programs it must not take time from those that work.
    private static readonly long Patience = Stopwatch.Frequency / 5_000;
    private static readonly long Alert = Patience / 20;

    private static readonly SemaphoreSlim Bell = new(0);
    private static volatile Range? _range;
    private static int _busy;
    private static int _members;
    private static int _asleep;

    /// <summary>Calls the body with parts of 0..length, on as many threads as there are parts. Inside a part, and while another caller's range is open, all of it on the caller's.</summary>
    public static void Run(long length, int parts, Action<int, int> body)
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            body(0, (int)length);
            return;
        }

        try
        {
            var range = new Range(length, parts, body);
            Announce(range, parts - 1);
            range.Work(0);
            range.Wait();
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private static void Announce(Range range, int helpers)
    {
        while (_members < helpers)
        {
            var place = ++_members;
            // Unsafe: the first caller's context, such as where its output goes, is not the threads'.
            new Thread(() => Serve(place)) { IsBackground = true, Name = "Course.Torch" }.UnsafeStart();
        }

        _range = range;
        Interlocked.MemoryBarrier(); // a member that this misses has not slept yet, and looks once more
        var asleep = Math.Min(Volatile.Read(ref _asleep), helpers);
        if (asleep > 0)
        {
            Bell.Release(asleep);
        }
    }

    private static void Serve(int place)
    {
        Range? seen = null;
        while (true)
        {
            seen = Next(seen);
            seen?.Work(place);
        }
    }

    private static Range? Next(Range? seen)
    {
        var start = Stopwatch.GetTimestamp();
        for (var watched = 0L; watched < Patience; watched = Stopwatch.GetTimestamp() - start)
        {
            if (!ReferenceEquals(_range, seen))
            {
                return _range;
            }

            if (watched < Alert)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
            }
        }

        Interlocked.Increment(ref _asleep);
        if (ReferenceEquals(_range, seen))
        {
            Bell.Wait();
        }

        Interlocked.Decrement(ref _asleep);
        return _range;
    }

    /// <summary>A range that is being shared out. Whoever is there takes the part of its own place, then what others have not begun: nobody waits for a sleeper.</summary>
    private sealed class Range(long length, int parts, Action<int, int> body)
    {
        private Action<int, int>? _body = body;
        private ExceptionDispatchInfo? _failure;
        private ulong _open = ulong.MaxValue >> (MostParts - parts);
        private int _done;

        public void Work(int place)
        {
            while (Take(place) is { } part)
            {
                try
                {
                    _body!((int)(length * part / parts), (int)(length * (part + 1) / parts));
                }
                catch (Exception error)
                {
                    _failure = ExceptionDispatchInfo.Capture(error);
                }

                Interlocked.Increment(ref _done);
            }
        }

        public void Wait()
        {
            var spinner = default(SpinWait);
            while (Volatile.Read(ref _done) < parts)
            {
                spinner.SpinOnce(sleep1Threshold: -1);
            }

            _body = null; // what it captured must not live until the next range
            _failure?.Throw();
        }

        private int? Take(int place)
        {
            for (var open = Volatile.Read(ref _open); open != 0; open = Volatile.Read(ref _open))
            {
                var part = place < parts && (open >> place & 1) != 0 ? place : BitOperations.TrailingZeroCount(open);
                if (Interlocked.CompareExchange(ref _open, open & ~(1UL << part), open) == open)
                {
                    return part;
                }
            }

            return null;
        }
    }
}
