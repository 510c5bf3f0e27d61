using static System.FormattableString;

namespace Course;

/// <summary>Cuts examples into k parts; each is tested on once, by a model that was trained on the others.</summary>
public static class Folds
{
    /// <summary>Every part gets its share of every class, give or take one example.</summary>
    /// <param name="labels">(N) the class of each example.</param>
    /// <param name="k">How many parts, 2 to N.</param>
    /// <param name="seed">Equal seeds give equal parts, on every machine.</param>
    /// <returns>k pairs of places, ascending; the test parts together are every place once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two parts, or more parts than examples.</exception>
    public static (int[] Train, int[] Test)[] Stratified(int[] labels, int k, int seed)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (k < 2 || k > labels.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(k), Invariant($"{k} folds of {labels.Length} examples; give 2 to {labels.Length}"));
        }

        // Class after class is dealt out like cards: the deal goes on where the class before ended, so parts differ by one example at most.
        var dealt = labels.Select((label, i) => (label, i))
            .GroupBy(pair => pair.label, pair => pair.i)
            .OrderBy(group => group.Key)
            .SelectMany((group, g) => Shuffled([.. group], Shuffle.Mix(seed, g)))
            .ToArray();
        return [.. Enumerable.Range(0, k).Select(fold => (
            Train: dealt.Where((_, place) => place % k != fold).Order().ToArray(),
            Test: dealt.Where((_, place) => place % k == fold).Order().ToArray()))];
    }

    private static int[] Shuffled(int[] places, long seed)
    {
        Shuffle.InPlace(places, seed);
        return places;
    }
}
