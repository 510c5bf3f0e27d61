namespace Course;

/// <summary>The smallest set of tokens that holds a share of the chances.</summary>
internal sealed class Exercise16_3 : Exercise<Func<double[], double, double[]>>
{
    private const double Near = 1e-9;

    public override string Title => "the few that matter";

    public override IReadOnlyList<string> Hints =>
    [
        "Go through the places in the order of their chances, the largest first: `Enumerable.Range(0, chances.Length).OrderByDescending(i => chances[i])`. It keeps equals in their order.",
        "Take one after the other into a new array and stop as soon as what you have adds up to p; the one that reaches it stays. Then divide by the sum.",
        "`foreach (int i in order) { kept[i] = chances[i]; if (kept.Sum() >= p) break; }` and `return [.. kept.Select(chance => chance / kept.Sum())];`",
    ];

    protected override void Examine(Func<double[], double, double[]> topP, Exam exam)
    {
        double[] chances = [0.125, 0.5, 0.0625, 0.25, 0.0625];
        Try("p = 0.7", topP, chances, 0.7, exam);
        Try("p = 0.75: the two largest reach it exactly", topP, chances, 0.75, exam);
        Try("p = 0.3: one is enough", topP, chances, 0.3, exam);
        Try("p = 0: the likeliest always stays", topP, chances, 0, exam);
        Try("p = 1: all stay", topP, chances, 1, exam);
        Try("four equal chances, p = 0.5: the first two", topP, [0.25, 0.25, 0.25, 0.25], 0.5, exam);
        Try("one token", topP, [1], 0.9, exam);
        var random = new Random(1);
        double[] powers = [.. Enumerable.Range(0, 60).Select(_ => Math.Exp(4 * random.NextDouble()))];
        Try("60 tokens, p = 0.9", topP, [.. powers.Select(e => e / powers.Sum())], 0.9, exam);
    }

    private static void Try(string name, Func<double[], double, double[]> topP, double[] chances, double p, Exam exam)
    {
        var kept = Kept(chances, p, beyond: false);
        exam.Absolute(
            name,
            () => topP([.. chances], p),
            Normed(kept),
            Near,
            new Suspect(kept, "What is left does not add up to 1: divide by its sum."),
            new Suspect(Normed(Kept(chances, p, beyond: true)), "One too few: the token that brings the sum to p has to stay too."),
            new Suspect(Normed([.. chances.Select(chance => chance >= p ? chance : 0)]), "p is the sum of what stays, not the least chance of one token."),
            new Suspect(Normed(InPlaces(chances, p)), "These are the first in the array; take the likeliest first."),
            new Suspect(Normed([.. kept.OrderDescending()]), "The chances came back sorted; each has to stay in its old place."),
            new Suspect(chances, "Nothing was set to 0."));
    }

    private static double[] Normed(double[] kept) => [.. kept.Select(chance => chance / kept.Sum())];

    // With `beyond`, the mistake of stopping before the one that reaches p.
    private static double[] Kept(double[] chances, double p, bool beyond)
    {
        var kept = new double[chances.Length];
        foreach (var i in Enumerable.Range(0, chances.Length).OrderByDescending(i => chances[i]))
        {
            if (beyond && kept.Sum() + chances[i] >= p)
            {
                break;
            }

            kept[i] = chances[i];
            if (kept.Sum() >= p)
            {
                break;
            }
        }

        return kept;
    }

    private static double[] InPlaces(double[] chances, double p)
    {
        var sum = 0.0;
        return [.. chances.Select(chance =>
        {
            var kept = sum < p ? chance : 0;
            sum += chance;
            return kept;
        })];
    }
}
