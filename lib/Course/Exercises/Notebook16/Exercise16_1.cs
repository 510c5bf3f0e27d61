namespace Course;

/// <summary>First weights that make the first loss ln V.</summary>
/// <remarks>The answer gives, for a vocabulary size, the first loss and the loss after twenty steps on one batch.</remarks>
internal sealed class Exercise16_1 : Exercise<Func<int, (double First, double Later)>>
{
    private const double Near = 0.1;

    // Twenty steps on one batch bring a model that can learn down by more than this.
    private const double LeastGain = 0.2;

    public override string Title => "a modest beginning";

    public override IReadOnlyList<string> Hints =>
    [
        "Go through `model.named_parameters()`. What has two axes (`weight.ndim == 2`) is a matrix or an embedding; what is called `…bias` is a bias.",
        "`init.normal_(weight, 0, 0.02)` draws anew in place, `init.zeros_(weight)` sets to 0.",
        "`foreach (var (name, weight) in model.named_parameters()) if (weight.ndim == 2) init.normal_(weight, 0, 0.02); else if (name.EndsWith(\"bias\")) init.zeros_(weight);`",
    ];

    protected override void Examine(Func<int, (double First, double Later)> losses, Exam exam)
    {
        foreach (var vocabulary in (int[])[65, 300])
        {
            var (first, later) = losses(vocabulary);
            var even = Math.Log(vocabulary);
            exam.That(
                $"a vocabulary of {vocabulary}: the first loss",
                () => first,
                loss => Math.Abs(loss - even) <= Near,
                $"ln {vocabulary} = {Numbers.Text(even, 4)} ± {Numbers.Text(Near)}",
                TooSure(even));
            exam.That(
                $"a vocabulary of {vocabulary}: the loss after 20 steps",
                () => later,
                loss => loss < first - LeastGain,
                $"less than {Numbers.Text(first - LeastGain, 4)}: the model has to be able to learn",
                _ => "It hardly learns. If all weights are 0, or all alike, every token looks the same and the slopes cannot tell them apart: draw them at random.");
        }
    }

    private static Func<double, string?> TooSure(double even) => loss => loss switch
    {
        double.NaN => "Some weights are NaN: does the spread come second, `normal_(weight, mean, spread)`?",
        _ when loss > 2 * even => "The model starts out very sure of itself, and wrong: the spread of the weights is far too large.",
        _ when loss > even => "The first scores are spread too widely: draw *all* matrices, embeddings and the head included, with a smaller spread.",
        _ => "That is lower than ignorance allows: was the model trained before?",
    };
}
