using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// Aligned native blocks in size classes. A block comes back when its storage is disposed or collected, so memory
/// holds steady for a learner who disposes nothing: a quarter above what is needed the pool asks the collector which storages are dead.
/// </summary>
internal static unsafe class BlockPool
{
    /// <summary>Bytes up to which a storage is a plain array: the collector takes small arrays at less cost than a finalizer.</summary>
    public const int ManagedLimit = 4096;

    private const int Alignment = 64;
    private const long MinimumBudget = 16L << 20;
    private const int ClassesPerOctave = 4;

    // In a browser a collection takes 10 to 15 ms; one of the youngest generation, with which it begins there, far less.
    private static readonly int YoungestGeneration = OperatingSystem.IsBrowser() ? 0 : 1;

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
    /// <param name="bytes">More than 0.</param>
    /// <param name="sizeClass">To be given back with the block.</param>
    public static nint Rent(long bytes, out int sizeClass)
    {
        var smallest = ClassOf(bytes);
        if (Interlocked.Add(ref _live, SizeOf(smallest)) > Interlocked.Read(ref _limit))
        {
            FindDeadStorages();
        }

        // A somewhat larger block that is free costs less than a new one: fresh pages, and holes in the heap.
        for (sizeClass = smallest; sizeClass < smallest + ClassesPerOctave; sizeClass++)
        {
            if (TryTake(sizeClass, out var block))
            {
                Interlocked.Add(ref _live, SizeOf(sizeClass) - SizeOf(smallest));
                return block;
            }
        }

        sizeClass = smallest;
        return Allocate(SizeOf(smallest));
    }

    /// <summary>Takes back a rented block.</summary>
    public static void Return(nint block, int sizeClass)
    {
        var size = SizeOf(sizeClass);
        Interlocked.Add(ref _live, -size);
        // A browser's memory only grows, and its pages cost nothing anew: the allocator makes one hole of neighbours there, where the pool keeps sizes apart.
        if (OperatingSystem.IsBrowser() && FreeBytes + size > MinimumBudget)
        {
            Release(block);
            return;
        }

        Interlocked.Add(ref _free, size);
        var free = Free[sizeClass];
        lock (free)
        {
            free.Push(block);
        }
    }

    private static bool TryTake(int sizeClass, out nint block)
    {
        var free = Free[sizeClass];
        lock (free)
        {
            if (!free.TryPop(out block))
            {
                return false;
            }
        }

        Interlocked.Add(ref _free, -SizeOf(sizeClass));
        return true;
    }

    internal static int ClassOf(long bytes)
    {
        var value = (ulong)Math.Max(bytes, ManagedLimit) - 1;
        var octave = BitOperations.Log2(value);
        return (octave * ClassesPerOctave) + (int)((value >> (octave - 2)) & 3);
    }

    internal static long SizeOf(int index) => (long)((index % ClassesPerOctave) + 5) << ((index / ClassesPerOctave) - 2);

    // Not AlignedAlloc: glibc cuts the slack off, so that the hole a block leaves is too small for the next of its size.
    // The start of the allocation is noted just before the block.
    private static nint Allocate(long size)
    {
        var start = (nint)NativeMemory.Alloc((nuint)size + (2 * Alignment));
        var block = (start + (2 * Alignment) - 1) & ~(nint)(Alignment - 1);
        ((nint*)block)[-1] = start;
        return block;
    }

    private static void Release(nint block) => NativeMemory.Free(((void**)block)[-1]);

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
            var limit = Interlocked.Read(ref _limit);
            for (var generation = YoungestGeneration; generation <= 2; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                RunFinalizers();
                if (LiveBytes <= limit / 8 * 7)
                {
                    break;
                }
            }

            // A quarter of headroom, given back slowly: the next step needs as much as this one.
            var live = LiveBytes;
            limit = Math.Max(limit / 16 * 15, live + Math.Max(MinimumBudget, live / 4));
            Interlocked.Exchange(ref _limit, limit);
            TrimTo(limit - live + Math.Max(MinimumBudget, limit / 4));
        }
        finally
        {
            Monitor.Exit(CollectGate);
        }
    }

    // In a browser's tab they wait until the cell has ended, unless its host runs them; a cell that trains would fill the memory first.
    // Tasks that wait for the thread may run there, too, in the middle of this allocation: locks let the same thread in, and nothing is held yet.
    private static void RunFinalizers()
    {
        if (AppContext.GetData("Course.Torch.Finalizers") is Action run)
        {
            run();
        }
        else
        {
            GC.WaitForPendingFinalizers();
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
                    Release(block);
                    Interlocked.Add(ref _free, -SizeOf(index));
                }
            }
        }
    }
}
