namespace TorchSharp.Kernels;

/// <summary>Splits a range over threads. Results never depend on the split: each part writes its own elements.</summary>
internal static class Workers
{
    /// <summary>Elements per thread below which waking a second one costs more than it saves (about 10 µs of arithmetic).</summary>
    public const int ElementwiseGrain = 1 << 16;

    /// <summary>The same for operations that cost several times as much an element: exponentials, roots, statistics of rows.</summary>
    public const int RowGrain = 1 << 14;

    private static readonly int Limit = OperatingSystem.IsBrowser() ? 1 : Team.MostParts; // no threads there
    private static int _count = Environment.ProcessorCount;
    private static long _splits;

    /// <summary>Ranges split so far, for tests that must not pass on one thread unnoticed.</summary>
    internal static long Splits => Interlocked.Read(ref _splits);

    public static int Count
    {
        get => _count;
        set => _count = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "at least one thread");
    }

    /// <summary>Calls <paramref name="body"/> with parts [from, to) that cover 0..length, each at least <paramref name="grain"/> long.</summary>
    public static void For(long length, long grain, Action<int, int> body)
    {
        var parts = (int)Math.Clamp(length / Math.Max(grain, 1), 1, Math.Min(_count, Limit));
        if (parts == 1)
        {
            body(0, (int)length);
            return;
        }

        Interlocked.Increment(ref _splits);
        Team.Run(length, parts, body);
    }

    /// <summary>The same over rows of <paramref name="n"/> elements, which stay whole.</summary>
    public static void Rows(int rows, int n, Action<int, int> body) => For(rows, Math.Max(1, RowGrain / Math.Max(1, n)), body);
}
