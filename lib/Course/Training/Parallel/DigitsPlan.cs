using static System.FormattableString;

namespace Course;

/// <summary>What <c>course train 12</c> trains: notebook 12's network on its digits, one-cycle, at the tier's size.</summary>
/// <param name="Steps">Stop after so many; null: the whole plan.</param>
/// <param name="SaveEvery">Steps between two checkpoints.</param>
/// <param name="Checkpoint">Path of the file; null: in the learner's own folder.</param>
/// <param name="Restart">Begin anew even if there is a checkpoint.</param>
internal sealed record DigitsPlan(int? Steps = null, int SaveEvery = 50, string? Checkpoint = null, bool Restart = false)
{
    public const int Seed = 1;
    public const int BatchSize = 64;
    private const int Epochs = 3;
    private const double Peak = 0.05;
    private const double Rising = 0.3;        // share of the steps
    private const double FirstDivisor = 25;
    private const double LastDivisor = 25e4;

    public static int Count => Tier.Pick(fast: 12_000, laptop: 60_000, full: 60_000);

    /// <summary>Steps of an epoch; the last batch holds what is left.</summary>
    public static int PerEpoch => (Count + BatchSize - 1) / BatchSize;

    /// <summary>Steps of the whole plan, by which the rate rises and falls.</summary>
    public static int All => Epochs * PerEpoch;

    /// <summary>So many images has the smallest batch, and each rank needs one.</summary>
    public static int MostRanks => Count % BatchSize == 0 ? BatchSize : Count % BatchSize;

    public int Last => Math.Min(Steps ?? All, All);

    /// <summary>One-cycle: up along a cosine, down along a longer one.</summary>
    public static double Rate(int step)
    {
        var top = (Rising * All) - 1;
        return step <= top
            ? Glide(Peak / FirstDivisor, Peak, step / top)
            : Glide(Peak, Peak / LastDivisor, (step - top) / (All - 1 - top));
    }

    public string PathFor() => Checkpoint ?? System.IO.Path.Combine(UserFolder.Path, "checkpoints", Invariant($"12-train-{Tier.Name}.checkpoint"));

    private static double Glide(double from, double to, double way) => to + ((from - to) * (1 + Math.Cos(Math.PI * way)) / 2);
}
