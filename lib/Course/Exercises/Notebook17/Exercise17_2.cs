namespace Course;

/// <summary>Exact Shapley values from all subsets.</summary>
internal sealed class Exercise17_2 : Exercise<Func<Func<bool[], double>, int, double[]>>
{
    private const double Near = 1e-9;

    private static readonly double[] Weights = [3, -1, 0.5, 2, 0, 1.5, -2, 4, 1, -0.25];

    private static readonly (string Name, int Count, Func<bool[], double> Value)[] Cases =
    [
        ("one input alone", 1, known => known[0] ? 5 : 2),
        ("three inputs that add up", 3, known => 10 + Sum(known)),
        ("a left glove and two right ones: a pair is worth 1", 3, known => known[0] && (known[1] || known[2]) ? 1 : 0),
        ("four inputs that multiply", 4, known => known.Select((k, i) => k ? i + 2.0 : 1).Aggregate((a, b) => a * b)),
        ("five inputs and a sigmoid", 5, known => 1 / (1 + Math.Exp(-Sum(known)))),
        ("ten inputs, squared", 10, known => Math.Pow(Sum(known) - 1, 2)),
    ];

    public override string Title => "a fair share, without the orders";

    public override IReadOnlyList<string> Hints =>
    [
        "Take one input and one set of others that were known before it. In how many of the n! orders does exactly this set come first, then the input, then the rest? The set can be ordered in |S|! ways, the rest in (n − |S| − 1)! ways.",
        "A set is a whole number from 0 to 2ⁿ − 1: bit k says whether input k is known, `(set >> k & 1) == 1`. Ask for the value of all 2ⁿ sets once. Then, for each set and each input outside it, add weight · (value with it − value without it); with it the number is `set | 1 << i`.",
        "The weight is `Factorial(size) * Factorial(n - size - 1) / Factorial(n)`, with factorials as doubles. Inside two loops: `if (!known[i]) shares[i] += weight * (values[set | 1 << i] - values[set]);`",
    ];

    protected override void Examine(Func<Func<bool[], double>, int, double[]> shapley, Exam exam)
    {
        foreach (var (name, count, value) in Cases)
        {
            var wanted = Weighted(value, count, size => 1 / (count * Choose(count - 1, size)));
            exam.Absolute(name, () => shapley(known => value([.. known]), count), wanted, Near, Slips(value, count, wanted));
        }

        var (last, all) = (Cases[^1].Value, Cases[^1].Count);
        var effect = last(Known((1 << all) - 1, all)) - last(new bool[all]);
        exam.Absolute("their sum: the value of all less the value of none", () => shapley(known => last([.. known]), all).Sum(), effect, Near);
    }

    private static double Sum(bool[] known) => known.Select((k, i) => k ? Weights[i] : 0).Sum();

    private static bool[] Known(int set, int count) => [.. Enumerable.Range(0, count).Select(k => (set & (1 << k)) != 0)];

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n - 1, k - 1) * n / k;

    private static double[] Weighted(Func<bool[], double> value, int count, Func<int, double> weight)
    {
        var shares = new double[count];
        for (var set = 0; set < 1 << count; set++)
        {
            var (known, without) = (Known(set, count), value(Known(set, count)));
            foreach (var i in Enumerable.Range(0, count).Where(i => !known[i]))
            {
                shares[i] += weight(known.Count(k => k)) * (value(Known(set | (1 << i), count)) - without);
            }
        }

        return shares;
    }

    private static Suspect[] Slips(Func<bool[], double> value, int n, double[] wanted)
    {
        var orders = Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * k);
        return
        [
            new(Weighted(value, n, size => size == 0 ? 1 : 0), "That is what each input does alone. It also has to be tried where others are known already."),
            new(Weighted(value, n, size => size == n - 1 ? 1 : 0), "That is what is lost when one input is taken away from all. It also has to be tried where few others are known."),
            new(Weighted(value, n, _ => Math.Pow(2, 1 - n)), "Every set counts alike here. Sets come up in different numbers of orders: |S|! · (n − |S| − 1)! of n!."),
            new(Weighted(value, n, _ => 1), "Nothing is divided by the number of orders: the weight is |S|! · (n − |S| − 1)! / n!."),
            new(wanted.Select(share => share * orders).ToArray(), "That is the sum over all orders: divide by n!."),
            new(wanted.Select(share => share * n).ToArray(), "Too large by a factor of n: the weight is |S|! · (n − |S| − 1)! / n!, not / (n − 1)!."),
            new(wanted.Select(share => -share).ToArray(), "The difference is turned round: the value *with* the input, less the value without it."),
        ];
    }
}
