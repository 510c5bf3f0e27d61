namespace Course;

/// <summary>First weights that make the first loss ln V.</summary>
/// <remarks>The answer gives, for a vocabulary size, the first loss and the loss after twenty steps on one batch.</remarks>
internal sealed class Exercise16_1 : Exercise<Func<int, (double First, double Later)>>
{
    private const double Near = 0.1;

    // Twenty steps on one batch bring a network that can learn down by more than this.
    private const double LeastGain = 0.2;

    // Scores drawn at random miss ln V by more than rounding does; a head of zeros hits it.
    private const double Chance = 1e-5;

    public override string Title => "a modest beginning";

    public override IReadOnlyList<string> Hints =>
    [
        "Go through `net.named_parameters()`. What has two axes (`weight.ndim == 2`) is a matrix or an embedding; what is called `…bias` is a bias.",
        "`init.normal_(weight, 0, 0.02)` draws anew in place, `init.zeros_(weight)` sets to 0.",
        "`foreach (var (name, weight) in net.named_parameters()) if (weight.ndim == 2) init.normal_(weight, 0, 0.02); else if (name.EndsWith(\"bias\")) init.zeros_(weight);`",
    ];

    protected override void Examine(Func<int, (double First, double Later)> losses, Exam exam)
    {
        foreach (var vocabulary in (int[])[65, 300])
        {
            var (first, later) = (0.0, 0.0);
            var even = Math.Log(vocabulary);
            exam.That(
                $"a vocabulary of {vocabulary}: the first loss",
                () =>
                {
                    (first, later) = losses(vocabulary);
                    return first;
                },
                loss => Math.Abs(loss - even) is <= Near and >= Chance,
                $"ln {vocabulary} = {Numbers.Text(even, 4)} ± {Numbers.Text(Near)}, and not ln {vocabulary} to the last digit",
                TooSure(even));
            exam.That(
                $"a vocabulary of {vocabulary}: the loss after 20 steps",
                () => later,
                loss => loss < first - LeastGain,
                $"less than {Numbers.Text(first - LeastGain, 4)}: the network has to be able to learn",
                _ => "It hardly learns. Are only the matrices drawn (`ndim == 2`)? The layer norms' weights, of one axis, have to stay 1, and a spread of 0 would make all tokens alike.");
        }
    }

    private static Func<double, string?> TooSure(double even) => loss => loss switch
    {
        double.NaN => "Some weights are NaN: does the spread come second, `normal_(weight, mean, spread)`?",
        _ when Math.Abs(loss - even) < Chance => "Exactly ln V: all scores are equal, so weights are 0: the head's, the norms', or all. Through zeros no slope passes back; draw *every* matrix at random, and leave the norms at 1.",
        _ when loss > 2 * even => "The network starts out very sure of itself, and wrong: the spread of the weights is far too large.",
        _ when loss > even => "The first scores are spread too widely: draw *all* matrices, embeddings and the head included, with a smaller spread.",
        _ => "That is lower than ignorance allows: was the network trained before?",
    };
}
