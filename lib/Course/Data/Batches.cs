namespace Course;

/// <summary>Goes through all examples once, a handful at a time, in a fresh order each epoch.</summary>
public static class Batches
{
    /// <summary>Every place from 0 to <paramref name="count"/> − 1 exactly once.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="batchSize">How many at a time; the last batch holds what is left.</param>
    /// <param name="seed">Equal seeds and epochs give equal batches, on every machine.</param>
    /// <param name="epoch">Another number, another order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count or a batch size below 1.</exception>
    public static IEnumerable<int[]> Of(int count, int batchSize, int seed, int epoch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return Shuffle.Indices(count, Shuffle.Mix(seed, epoch)).Chunk(batchSize);
    }
}
