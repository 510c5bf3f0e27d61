using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

using MeanAnswer = Func<Embedding, Linear, Tensor, Tensor>;

/// <summary>The mean of a text's vectors, in which padding has no say.</summary>
internal sealed class Exercise14_2 : Exercise<MeanAnswer>
{
    private const double Unmoved = 1e-6;

    private static readonly Tolerance Near = new(1e-5, Unmoved);

    public override string Title => "padding has no say";

    public override IReadOnlyList<string> Hints =>
    [
        "`table.call(tokens)` is (B, T, C). Add up the vectors of real tokens only, divide by how many real tokens there are, and give the result to `head`.",
        "`tokens.ne(0)` is true where a token is real. As numbers, `.to(vectors.dtype)`, and with one more axis, `.unsqueeze(2)`, it can be multiplied with the vectors: (B, T, 1) is stretched over C.",
        "`Tensor mask = tokens.ne(0).to(vectors.dtype).unsqueeze(2);` and `return head.call((vectors * mask).sum(1) / mask.sum(1));`",
    ];

    protected override void Examine(MeanAnswer meanLogits, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            foreach (var (name, rows, width, classes) in (ReadOnlySpan<(string, long[][], int, int)>)
            [
                ("two texts of three tokens", [[1, 2, 3], [4, 4, 1]], 2, 2),
                ("texts of different lengths", [[1, 2, 3, 4], [5, 0, 0, 0], [2, 2, 0, 0]], 3, 5),
                ("padding in front and in the middle", [[0, 0, 3], [1, 0, 2], [0, 4, 0]], 4, 3),
                ("one text of one token", [[5]], 3, 2),
            ])
            {
                Ask(exam, meanLogits, name, rows, width, classes);
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Ask(Exam exam, MeanAnswer meanLogits, string name, long[][] rows, int width, int classes)
    {
        // Its row 0 is not 0, as it is after a look-up table was loaded from elsewhere: only a mask keeps it out.
        var table = nn.Embedding_from_pretrained(Looking.Drawn(14, 6, width).Q);
        var head = nn.Linear(width, classes);
        using (no_grad())
        {
            head.weight.copy_(Looking.Drawn(15, classes, width).Q);
            head.bias!.copy_(arange(classes).to(ScalarType.Float32));
        }

        Tensor tokens = tensor(rows.SelectMany(row => row).ToArray()).reshape(rows.Length, -1);
        Tensor vectors = table.call(tokens), mask = tokens.ne(0).to(ScalarType.Float32).unsqueeze(2);
        var wanted = head.call((vectors * mask).sum(1) / mask.sum(1));
        exam.Compare($"{name}: the logits", () => meanLogits(table, head, tokens), wanted, Near, Slips(table, head, tokens));
        var doubled = cat([tokens, zeros_like(tokens)], 1);
        exam.Absolute($"{name}, and as much padding again: the logits stay", () => meanLogits(table, head, doubled), wanted, Unmoved, Slips(table, head, doubled));
    }

    private static Suspect[] Slips(Embedding table, Linear head, Tensor tokens)
    {
        Tensor vectors = table.call(tokens), mask = tokens.ne(0).to(ScalarType.Float32).unsqueeze(2);
        var sum = (vectors * mask).sum(1);
        return
        [
            new(head.call(vectors.mean([1])), "Padding is averaged in: its vectors are added and its places are counted. A mask keeps both out."),
            new(head.call(sum / vectors.shape[1]), "The sum is right; but it is divided by T, padding included. Divide by the number of real tokens, `mask.sum(1)`."),
            new(head.call(vectors.sum(1) / mask.sum(1)), "Divided rightly; but the vectors of padding are still in the sum: multiply by the mask first."),
            new(head.call(vectors.sum(1)), "That is a sum, with padding in it; the mean of the real tokens is wanted."),
            new(head.call(sum), "That is the sum; the mean is wanted: divide by `mask.sum(1)`."),
            new(head.call((vectors * (1 - mask)).sum(1) / (1 - mask).sum(1)), "The mask is the wrong way round: the mean of the padding."),
            new(sum / mask.sum(1), "These are the means: give them to `head`."),
            new(head.call(sum / mask.sum()), "Every text has its own number of tokens: `mask.sum(1)`, not the sum over all."),
        ];
    }
}
