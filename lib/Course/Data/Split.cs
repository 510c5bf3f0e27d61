using static System.FormattableString;

namespace Course;

/// <summary>Cuts examples into a part to train on and a part to test on, by seed.</summary>
/// <remarks>Both parts are places in the original order, ascending; together they are every place once.</remarks>
public static class Split
{
    /// <summary>Draws without regard to classes.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="testFraction">Share for the test, between 0 and 1; rounded to whole examples.</param>
    /// <param name="seed">Equal seeds give equal splits, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside (0, 1), or a negative count.</exception>
    public static (int[] Train, int[] Test) Random(int count, double testFraction, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Check(testFraction);
        return Cut(Shuffle.Indices(count, seed), Round(count * testFraction));
    }

    /// <summary>Draws from each class its share: a class of 100 gives 20 at a fraction of 0.2.</summary>
    /// <param name="labels">(N) the class of each example.</param>
    /// <param name="testFraction">Share of each class for the test, between 0 and 1; rounded to whole examples.</param>
    /// <param name="seed">Equal seeds give equal splits, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside (0, 1).</exception>
    public static (int[] Train, int[] Test) Stratified(int[] labels, double testFraction, int seed)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Check(testFraction);
        var parts = labels.Select((label, i) => (label, i))
            .GroupBy(pair => pair.label, pair => pair.i)
            .OrderBy(group => group.Key)
            .Select((group, k) =>
            {
                int[] places = [.. group];
                Shuffle.InPlace(places, Shuffle.Mix(seed, k));
                return Cut(places, Round(places.Length * testFraction));
            })
            .ToList();
        return ([.. parts.SelectMany(part => part.Train).Order()], [.. parts.SelectMany(part => part.Test).Order()]);
    }

    private static (int[] Train, int[] Test) Cut(int[] shuffled, int test) =>
        ([.. shuffled.Skip(test).Order()], [.. shuffled.Take(test).Order()]);

    private static int Round(double share) => (int)Math.Round(share, MidpointRounding.AwayFromZero);

    private static void Check(double fraction)
    {
        if (fraction is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), Invariant($"testFraction is {fraction}; give a share between 0 and 1, such as 0.2"));
        }
    }
}
