namespace Course;

/// <summary>Choosing work by tier.</summary>
internal sealed class Exercise00_2 : Exercise<Func<int>>
{
    private static readonly (TierLevel Tier, int Epochs)[] Wanted =
        [(TierLevel.Fast, 2), (TierLevel.Laptop, 5), (TierLevel.Full, 30)];

    public override string Title => "one setting, three budgets";

    public override IReadOnlyList<string> Hints =>
    [
        "`Tier.Pick` takes three values and returns the one that belongs to the current tier.",
        "Name the arguments, and their order no longer matters: `Tier.Pick(fast: 2, laptop: ..., full: ...)`",
    ];

    protected override void Examine(Func<int> epochs, Exam exam)
    {
        var before = Tier.Current;
        try
        {
            foreach (var (tier, wanted) in Wanted)
            {
                Tier.Use(tier);
                exam.That(
                    $"the tier is {Tier.NameOf(tier)}",
                    () => epochs(),
                    got => got == wanted,
                    Numbers.Text((long)wanted),
                    got => CauseOf(got, tier));
            }
        }
        finally
        {
            Tier.Use(before);
        }
    }

    private static string CauseOf(int got, TierLevel tier) =>
        Wanted.Where(pair => pair.Epochs == got)
            .Select(pair => $"{got} belongs to the tier {Tier.NameOf(pair.Tier)}: a fixed number, or the arguments in another order?")
            .FirstOrDefault($"Look at the number for the tier {Tier.NameOf(tier)}.");
}
