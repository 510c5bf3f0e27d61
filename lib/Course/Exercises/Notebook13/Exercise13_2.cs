namespace Course;

/// <summary>The area under the ROC curve, from the order of the scores alone.</summary>
internal sealed class Exercise13_2 : Exercise<Func<double[], bool[], double>>
{
    private const double Near = 1e-9;

    public override string Title => "the area without the curve";

    public override IReadOnlyList<string> Hints =>
    [
        "Think of all pairs of a yes and a no. A pair in which the yes has the higher score counts 1, a pair of equal scores counts a half. The area is the sum, divided by the number of pairs.",
        "Walk through the scores from the lowest to the highest, group of equal scores by group: each yes in the group beats all nos that came before, and ties with the nos of its own group. `GroupBy` and `OrderBy` make the groups.",
        "With `below` nos so far and `no` in the group: `points += yes * (below + no / 2.0); below += no;`. In the end `return points / (below * truth.Count(t => t));`. Write 2.0, or C# divides whole numbers.",
    ];

    protected override void Examine(Func<double[], bool[], double> auc, Exam exam)
    {
        Try("four scores, no two alike", [0.1, 0.4, 0.35, 0.8], [false, false, true, true]);
        Try("a yes that ties with three nos", [0.5, 0.5, 0.5, 0.9, 0.5, 0.1], [false, true, false, true, false, false]);
        Try("all scores alike", [0.3, 0.3, 0.3], [true, false, false]);
        Try("the wrong way round", [-3, -2, 2, 7], [true, true, false, false]);
        Try("one yes among many", [.. Enumerable.Range(0, 50).Select(i => i % 7 * 0.1)], [.. Enumerable.Range(0, 50).Select(i => i == 11)]);
        var draw = new Random(13);
        bool[] truth = [true, false, .. Enumerable.Range(0, 1998).Select(_ => draw.Next(10) == 0)];
        Try("2,000 scores of two decimals", [.. truth.Select(yes => Math.Round(draw.NextDouble() + (yes ? 0.3 : 0), 2))], truth);

        void Try(string name, double[] scores, bool[] truths) =>
            exam.Absolute(name, () => auc([.. scores], [.. truths]), Ranking.RocAuc(scores, truths), Near, Slips(scores, truths));
    }

    private static Suspect[] Slips(double[] scores, bool[] truth)
    {
        var (yes, no) = (truth.Count(t => t), truth.Count(t => !t));
        var (won, tied) = (Pairs(scores, truth, order => order > 0), Pairs(scores, truth, order => order == 0));
        double pairs = (double)yes * no, all = Ranking.RocAuc(scores, truth);
        var ordered = Enumerable.Range(0, scores.Length).OrderBy(i => scores[i]).ToArray();
        var ranks = ordered.Select((i, rank) => truth[i] ? rank + 1.0 : 0).Sum();
        return
        [
            new(won / pairs, "Equal scores count for nothing: a tie is worth a half."),
            new((won + tied) / pairs, "Equal scores count as won: a tie is worth a half."),
            new((ranks - (yes * (yes + 1) / 2.0)) / pairs, "Equal scores get different ranks, by their place in the list: give each the mean rank of its group."),
            new(1 - all, "The order is turned round: a pair counts when the *yes* has the higher score."),
            new(all * pairs, "That is the number of pairs in order: divide by the number of all pairs, yeses times nos."),
            new(all * pairs / scores.Length, "Divide by the number of pairs, yeses times nos, not by the number of scores."),
            new(all * pairs / ((double)scores.Length * scores.Length), "Only pairs of a yes and a no count: yeses times nos."),
            new(YesNo.At(scores, truth, 0.5).Accuracy, "That is the accuracy at 0.5. The area needs no threshold."),
        ];
    }

    private static double Pairs(double[] scores, bool[] truth, Func<int, bool> counts)
    {
        var yes = scores.Where((_, i) => truth[i]).ToArray();
        return scores.Where((_, i) => !truth[i]).Sum(no => (double)yes.Count(score => counts(score.CompareTo(no))));
    }
}
