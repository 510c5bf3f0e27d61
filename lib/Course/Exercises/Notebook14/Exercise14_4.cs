using static TorchSharp.torch;

namespace Course;

using WeightsAnswer = Func<Tensor, Tensor, Tensor, Tensor>;

/// <summary>The weights with which attention pooling takes each token.</summary>
internal sealed class Exercise14_4 : Exercise<WeightsAnswer>
{
    private const string LargeEnough = "A score that is only small still gets some weight, and scores may be in the hundreds themselves. Only `double.NegativeInfinity` is small enough for all.";

    private static readonly Tolerance Near = new(1e-4, 1e-6);

    public override string Title => "weights that add up to 1";

    public override IReadOnlyList<string> Hints =>
    [
        "A token's score is its vector times the query, summed: `vectors.matmul(query)` gives all of them, (B, T). A softmax along each row makes weights of scores.",
        "Padding must get exactly 0. A weight of 0 is a score of −∞, so hide the scores *before* the softmax: `scores.masked_fill(where, double.NegativeInfinity)`.",
        "`return vectors.matmul(query).masked_fill(tokens.eq(0), double.NegativeInfinity).softmax(1);`",
    ];

    protected override void Examine(WeightsAnswer attentionWeights, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var (name, rows, width, scale, type) in (ReadOnlySpan<(string, long[][], int, double, ScalarType)>)
        [
            ("two texts without padding", [[1, 2, 3], [4, 4, 1]], 2, 1, ScalarType.Float32),
            ("texts of different lengths", [[1, 2, 3, 4], [5, 0, 0, 0], [2, 2, 0, 0]], 3, 1, ScalarType.Float32),
            ("padding in front, in double", [[0, 0, 3, 1], [0, 4, 0, 2]], 5, 1, ScalarType.Float64),
            ("one token alone", [[7]], 4, 1, ScalarType.Float32),
            ("scores in the hundreds", [[1, 2, 3, 0], [5, 4, 0, 0]], 3, 100, ScalarType.Float32),
        ])
        {
            Ask(exam, attentionWeights, name, rows, width, scale, type);
        }
    }

    private static void Ask(Exam exam, WeightsAnswer attentionWeights, string name, long[][] rows, int width, double scale, ScalarType type)
    {
        Tensor tokens = tensor(rows.SelectMany(row => row).ToArray()).reshape(rows.Length, -1);
        Tensor vectors = Looking.Drawn(17, tokens.numel(), width).Q.to(type).reshape(rows.Length, -1, width);
        Tensor query = (Looking.Drawn(18, 1, width).Q * scale).to(type).reshape(width), scores = vectors.matmul(query), pads = tokens.eq(0);
        var wanted = scores.masked_fill(pads, double.NegativeInfinity).softmax(1);
        var came = new Lazy<Tensor>(() => attentionWeights(vectors, query, tokens));
        exam.Compare(name, () => came.Value, wanted, Near, Slips(vectors, query, scores, pads));
        exam.Equal($"{name}: the weight of all padding together", () => came.Value.masked_fill(pads.logical_not(), 0).abs().sum().to(ScalarType.Float64).item<double>(), 0.0);
    }

    private static Suspect[] Slips(Tensor vectors, Tensor query, Tensor scores, Tensor pads)
    {
        var open = scores.softmax(1);
        return
        [
            new(open, "Padding gets weight as well: hide its scores before the softmax."),
            new(open.masked_fill(pads, 0), "The mask comes after the softmax here, so the rows no longer add up to 1. Hide the scores first."),
            new(scores.masked_fill(pads, 0).softmax(1), "A score of 0 is not nothing: the softmax makes exp(0) = 1 of it. Fill in `double.NegativeInfinity`."),
            new(scores.masked_fill(pads, -10).softmax(1), LargeEnough),
            new(scores.masked_fill(pads, -100).softmax(1), LargeEnough),
            new(scores.masked_fill(pads.logical_not(), double.NegativeInfinity).softmax(1), "The mask is the wrong way round: the real tokens are hidden."),
            new(scores.masked_fill(pads, double.NegativeInfinity).softmax(0), "The softmax runs over the texts; each *text* has to add up to 1: `softmax(1)`."),
            new((scores / Math.Sqrt(query.shape[0])).masked_fill(pads, double.NegativeInfinity).softmax(1), "Nothing is divided here: the score is the plain product. (Notebook 15 divides, and says why.)"),
            new(scores.masked_fill(pads, double.NegativeInfinity), "These are the scores: a softmax along each row makes weights of them."),
            new((open.masked_fill(pads, 0).unsqueeze(2) * vectors).sum(1), "That is the weighted mean; the weights are wanted."),
        ];
    }
}
