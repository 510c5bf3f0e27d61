namespace Course;

/// <summary>Parameters of a GPT from its sizes.</summary>
internal sealed class Exercise16_5 : Exercise<Func<long, long, int, long, long>>
{
    public override string Title => "count the parameters";

    public override IReadOnlyList<string> Hints =>
    [
        "`ModelSummary.Of(small, sentence)` lists every layer with its parameters; find each of its numbers in 50, 16 and 64.",
        "A block: C → 3C, C → C, C → 4C and 4C → C, each with a bias, are 12·C² + 9·C; two norms with a scale and a shift are 4·C more.",
        "`v * width + context * width + layers * (12 * width * width + 13 * width) + 2 * width + width * v`",
    ];

    protected override void Examine(Func<long, long, int, long, long> count, Exam exam)
    {
        Try(
            count, (50, 16, 0, 64), exam,
            "With no block there are left: the table of tokens, the table of places, the last norm with its two vectors, and the head, which has no bias.");
        foreach (var sizes in ((long, long, int, long)[])[(50, 16, 1, 64), (67, 25, 2, 64), (10, 3, 1, 1), (5, 100, 3, 8), (50_257, 1024, 12, 768)])
        {
            Try(
                count, sizes, exam,
                "Without blocks it was right. One block has four `Linear`, C → 3C, C → C, C → 4C and 4C → C, each with a bias, and two norms with two vectors each; count it once for each layer.");
        }
    }

    private static void Try(Func<long, long, int, long, long> count, (long V, long Context, int Layers, long Width) sizes, Exam exam, string hint)
    {
        var (v, context, layers, width) = sizes;
        var wanted = Wanted(v, context, layers, width);
        exam.That(
            $"{Numbers.Text(v)} tokens, context {Numbers.Text(context)}, {Numbers.Text((long)layers)} blocks, width {Numbers.Text(width)}",
            () => count(v, context, layers, width),
            came => came == wanted,
            Numbers.Text(wanted),
            came => Slips(v, context, layers, width).FirstOrDefault(slip => slip.Value == came).Cause ?? hint);
    }

    private static long Wanted(long v, long context, long layers, long width) =>
        (v * width) + (context * width) + (layers * ((12 * width * width) + (13 * width))) + (2 * width) + (width * v);

    private static (long Value, string Cause)[] Slips(long v, long context, long layers, long width)
    {
        var wanted = Wanted(v, context, layers, width);
        return
        [
            (wanted - (v * width), "The vocabulary counts twice: the table of vectors at the beginning, the head at the end."),
            (wanted - (context * width), "The table of places is missing: a vector for each place of the context."),
            (wanted - (2 * width), "The last norm, behind all blocks, is missing."),
            (wanted + v, "The head has no bias."),
            (wanted - (layers * 9 * width), "The biases of the four `Linear` in each block are missing."),
            (wanted - (layers * 4 * width), "The two norms of each block are missing: each has a scale and a shift."),
            (wanted - (layers * 13 * width), "The blocks have more than their matrices: biases, and two norms."),
        ];
    }
}
