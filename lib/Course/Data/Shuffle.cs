namespace Course;

/// <summary>Permutations from a seed, the same on every platform and in every version of .NET.</summary>
internal static class Shuffle
{
    /// <summary>0 to <paramref name="count"/> − 1 in an order that depends on the seed alone (Fisher–Yates).</summary>
    public static int[] Indices(int count, long seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        InPlace(order, seed);
        return order;
    }

    public static void InPlace(int[] items, long seed)
    {
        var state = (ulong)seed;
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below((uint)i + 1, ref state);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>So many places from 0 to <paramref name="count"/> − 1, each drawn from all of them.</summary>
    public static int[] Draw(int count, long seed)
    {
        var (drawn, state) = (new int[count], (ulong)seed);
        for (var i = 0; i < count; i++)
        {
            drawn[i] = Below((uint)count, ref state);
        }

        return drawn;
    }

    /// <summary>One seed out of two, so that seed 1 epoch 2 and seed 2 epoch 1 differ.</summary>
    public static long Mix(int seed, int epoch)
    {
        var state = (ulong)(uint)seed;
        return (long)(Next(ref state) ^ (uint)epoch);
    }

    // The bias of a 64-bit product is below 2^-32 a draw: no rejection needed.
    private static int Below(uint limit, ref ulong state) => (int)(((Next(ref state) >> 32) * limit) >> 32);

    // SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
