namespace Course;

/// <summary>The one setting by which a notebook chooses how much to compute.</summary>
/// <remarks>Starts from the environment variable <c>COURSE_TIER</c> (browser, fast, laptop or full), else laptop.</remarks>
public static class Tier
{
    internal const string Variable = "COURSE_TIER";

    private static TierLevel? _chosen;

    /// <summary>The tier in force.</summary>
    /// <exception cref="ArgumentException"><c>COURSE_TIER</c> holds another word than these four.</exception>
    public static TierLevel Current => _chosen ?? FromEnvironment(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Sets the tier for the rest of this session.</summary>
    public static void Use(TierLevel tier) => _chosen = tier;

    /// <summary>Sets the tier for the rest of this session.</summary>
    /// <param name="tier">"browser", "fast", "laptop" or "full", in any case.</param>
    /// <exception cref="ArgumentException">Another word.</exception>
    public static void Use(string tier) => _chosen = Parse(tier, "Tier.Use");

    /// <summary>The value that belongs to the current tier; a browser's tab computes what fast does.</summary>
    public static T Pick<T>(T fast, T laptop, T full) => Pick(browser: fast, fast, laptop, full);

    /// <summary>The value that belongs to the current tier, where a browser's tab would take too long for what fast computes.</summary>
    public static T Pick<T>(T browser, T fast, T laptop, T full) => Current switch
    {
        TierLevel.Browser => browser,
        TierLevel.Fast => fast,
        TierLevel.Full => full,
        _ => laptop,
    };

    internal static string Name => NameOf(Current);

    internal static string NameOf(TierLevel tier) => tier switch
    {
        TierLevel.Browser => "browser",
        TierLevel.Fast => "fast",
        TierLevel.Full => "full",
        _ => "laptop",
    };

    internal static TierLevel FromEnvironment(string? value) =>
        string.IsNullOrWhiteSpace(value) ? TierLevel.Laptop : Parse(value, Variable);

    /// <summary>Back to the environment's choice. For tests.</summary>
    internal static void Reset() => _chosen = null;

    private static TierLevel Parse(string tier, string where) => tier.Trim().ToUpperInvariant() switch
    {
        "BROWSER" => TierLevel.Browser,
        "FAST" => TierLevel.Fast,
        "LAPTOP" => TierLevel.Laptop,
        "FULL" => TierLevel.Full,
        _ => throw new ArgumentException($"{where}: \"{tier}\" is no tier; write browser, fast, laptop or full"),
    };
}
