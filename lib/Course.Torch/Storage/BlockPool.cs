using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// Aligned native blocks in size classes. A block comes back when its storage is disposed or collected, so memory
/// holds steady for a learner who disposes nothing: past a budget the pool asks the collector which storages are dead.
/// </summary>
internal static unsafe class BlockPool
{
    /// <summary>Bytes up to which a storage is a plain array: the collector takes small arrays at less cost than a finalizer.</summary>
    public const int ManagedLimit = 4096;

    private const nuint Alignment = 64;
    private const long MinimumBudget = 64L << 20;
    private const int ClassesPerOctave = 4;

    private static readonly Stack<nint>[] Free = MakeClasses();
    private static readonly object CollectGate = new();
    private static long _live;
    private static long _free;
    private static long _limit = MinimumBudget;

    /// <summary>Bytes handed out and not yet returned.</summary>
    public static long LiveBytes => Interlocked.Read(ref _live);

    /// <summary>Bytes waiting for the next tenant.</summary>
    public static long FreeBytes => Interlocked.Read(ref _free);

    /// <summary>A block of at least <paramref name="bytes"/> bytes, contents undefined.</summary>
    public static nint Rent(long bytes)
    {
        var index = ClassOf(bytes);
        var size = SizeOf(index);
        if (Interlocked.Add(ref _live, size) > Interlocked.Read(ref _limit))
        {
            FindDeadStorages();
        }

        var free = Free[index];
        lock (free)
        {
            if (free.TryPop(out var block))
            {
                Interlocked.Add(ref _free, -size);
                return block;
            }
        }

        return (nint)NativeMemory.AlignedAlloc((nuint)size, Alignment);
    }

    /// <summary>Takes back a block rented for <paramref name="bytes"/> bytes.</summary>
    public static void Return(nint block, long bytes)
    {
        var index = ClassOf(bytes);
        var size = SizeOf(index);
        Interlocked.Add(ref _live, -size);
        Interlocked.Add(ref _free, size);
        var free = Free[index];
        lock (free)
        {
            free.Push(block);
        }
    }

    internal static int ClassOf(long bytes)
    {
        var value = (ulong)Math.Max(bytes, ManagedLimit) - 1;
        var octave = BitOperations.Log2(value);
        return (octave * ClassesPerOctave) + (int)((value >> (octave - 2)) & 3);
    }

    internal static long SizeOf(int index) => (long)((index % ClassesPerOctave) + 5) << ((index / ClassesPerOctave) - 2);

    private static Stack<nint>[] MakeClasses()
    {
        var classes = new Stack<nint>[64 * ClassesPerOctave];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = new Stack<nint>();
        }

        return classes;
    }

    // Young generations first: a training step's tensors die young, and a full collection of a notebook's heap costs far more.
    private static void FindDeadStorages()
    {
        if (!Monitor.TryEnter(CollectGate))
        {
            return;
        }

        try
        {
            for (var generation = 1; generation <= 2; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
                if (LiveBytes <= Interlocked.Read(ref _limit) / 2)
                {
                    break;
                }
            }

            Interlocked.Exchange(ref _limit, Math.Max(MinimumBudget, 2 * LiveBytes));
            TrimTo(Math.Max(MinimumBudget, 2 * LiveBytes));
        }
        finally
        {
            Monitor.Exit(CollectGate);
        }
    }

    private static void TrimTo(long bytes)
    {
        for (var index = Free.Length - 1; index >= 0 && FreeBytes > bytes; index--)
        {
            lock (Free[index])
            {
                while (FreeBytes > bytes && Free[index].TryPop(out var block))
                {
                    NativeMemory.AlignedFree((void*)block);
                    Interlocked.Add(ref _free, -SizeOf(index));
                }
            }
        }
    }
}
