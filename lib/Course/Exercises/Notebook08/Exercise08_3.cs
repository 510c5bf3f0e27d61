namespace Course;

/// <summary>How many parameters a fully connected network has.</summary>
internal sealed class Exercise08_3 : Exercise<Func<int[], long>>
{
    public override string Title => "counting parameters";

    public override IReadOnlyList<string> Hints =>
    [
        "Between a layer of n and a layer of m stand n · m weights, and each of the m neurons has a bias.",
        "`sizes.Zip(sizes[1..])` gives the pairs (784, 128), (128, 10).",
        "`return sizes.Zip(sizes[1..], (n, m) => (long)n * m + m).Sum();`",
    ];

    protected override void Examine(Func<int[], long> count, Exam exam)
    {
        foreach (var sizes in (int[][])[[784, 10], [784, 128, 10], [10, 64, 64, 1], [2, 16, 16, 1], [784, 50_000, 50_000, 10]])
        {
            var weights = sizes.Zip(sizes[1..], (n, m) => (long)n * m).Sum();
            exam.Equal(
                string.Join("-", sizes),
                () => count([.. sizes]),
                weights + sizes[1..].Sum(),
                new Suspect(weights, "The biases are missing: one for each neuron."),
                new Suspect(weights + sizes.Sum(), "The inputs have no biases; only the layers behind them do."),
                new Suspect(weights + sizes[..^1].Sum(), "Each bias belongs to a neuron of the layer that follows: m of them, not n."),
                new Suspect(sizes.Zip(sizes[1..], (n, m) => (long)n + m).Sum(), "Between n and m neurons stand n · m weights: multiply."),
                new Suspect(sizes.Zip(sizes[1..], (n, m) => ((long)n / m) + m).Sum(), "Between n and m neurons stand n · m weights: multiply."),
                new Suspect(2L * sizes[1..].Sum(), "The n of n · m is missing."),
                new Suspect((long)sizes.Sum(), "That is the number of neurons and inputs; count the n · m weights between them, and the biases."),
                new Suspect(weights - sizes[1..].Sum(), "The biases are subtracted: add them."),
                new Suspect(weights + sizes.Length - 1, "Each *neuron* has a bias of its own, not each layer."),
                new Suspect((long)unchecked((int)(weights + sizes[1..].Sum())), "The count outgrew an `int`: multiply as `long`."));
        }
    }
}
