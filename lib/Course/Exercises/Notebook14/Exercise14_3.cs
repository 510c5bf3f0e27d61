using static TorchSharp.torch;

namespace Course;

using SlopesAnswer = Func<Tensor, Tensor, long, Tensor>;

/// <summary>The slopes of an embedding's table, from those of what was looked up.</summary>
internal sealed class Exercise14_3 : Exercise<SlopesAnswer>
{
    private static readonly Tolerance Near = new(1e-6, 1e-7);

    public override string Title => "what comes back to the table";

    public override IReadOnlyList<string> Hints =>
    [
        "Begin with a table of zeros. Each look-up handed one row out; the slope that comes back belongs to that row. A row that was handed out twice gets two slopes, and slopes of several uses add up (notebook 05).",
        "`zeros(rows, slopes.shape[1], slopes.dtype)` is the table. For each `i` from 0 to `tokens.shape[0]` − 1, add `slopes[i]` to the row with the number `tokens[i]`.",
        "`for (long i = 0; i < tokens.shape[0]; i++) table[tokens[i]] = table[tokens[i]] + slopes[i];` (or in one line, `table.index_add(0, tokens, slopes, 1)`).",
    ];

    protected override void Examine(SlopesAnswer tableSlopes, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var (name, tokens, rows, width, type) in (ReadOnlySpan<(string, long[], int, int, ScalarType)>)
        [
            ("each row once", [2, 0, 1], 3, 2, ScalarType.Float32),
            ("rows that nobody asked for", [3, 1], 6, 2, ScalarType.Float32),
            ("a row that was used three times", [4, 2, 4, 0, 4, 2], 5, 3, ScalarType.Float32),
            ("one look-up, in double", [1], 2, 4, ScalarType.Float64),
            ("twenty look-ups in double", [.. Enumerable.Range(0, 20).Select(i => (long)(i * i % 9))], 9, 5, ScalarType.Float64),
        ])
        {
            Ask(exam, tableSlopes, name, tokens, rows, width, type);
        }
    }

    private static void Ask(Exam exam, SlopesAnswer tableSlopes, string name, long[] numbers, int rows, int width, ScalarType type)
    {
        Tensor tokens = tensor(numbers), slopes = Looking.Drawn(16, numbers.Length, width).Q.to(type);
        exam.Compare(name, () => tableSlopes(tokens, slopes, rows), ByAutograd(tokens, slopes, rows), Near, Slips(tokens, slopes, rows));
    }

    // The library itself looks up and goes back.
    private static Tensor ByAutograd(Tensor tokens, Tensor slopes, int rows)
    {
        var table = nn.Embedding_from_pretrained(zeros(rows, slopes.shape[1], slopes.dtype), freeze: false);
        (table.call(tokens) * slopes).sum().backward();
        return table.weight!.grad!;
    }

    private static Suspect[] Slips(Tensor tokens, Tensor slopes, int rows)
    {
        Tensor Empty() => zeros(rows, slopes.shape[1], slopes.dtype);
        Tensor sums = Empty().index_add(0, tokens, slopes, 1), last = Empty(), first = Empty();
        for (long i = 0, n = tokens.shape[0]; i < n; i++)
        {
            last[tokens[i]] = slopes[i];
            first[tokens[n - 1 - i]] = slopes[n - 1 - i];
        }

        var uses = zeros(rows, slopes.dtype).index_add(0, tokens, ones(tokens.shape[0], slopes.dtype), 1).unsqueeze(1);
        return
        [
            new(last, "A row that was used more than once keeps only its last slope: add, do not overwrite."),
            new(first, "A row that was used more than once keeps only its first slope: they add up."),
            new(sums / uses.clamp_min(1), "The slopes of a row are averaged here; those of several uses add up."),
            new(sums / tokens.shape[0], "Divided by the number of look-ups: the mean is the loss's affair, and its slopes have it already."),
            new(uses.expand(rows, slopes.shape[1]), "That counts the uses; add up the slopes."),
            new(slopes, "One row for each look-up; one for each row of the table is wanted."),
        ];
    }
}
