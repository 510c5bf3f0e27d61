namespace Course;

/// <summary>Two leaks: rows of the test part that were trained on, and a scaler that has seen the test part.</summary>
internal sealed class Exercise13_4 : Exercise<Func<double[][], double[][], double[][], (int[] Copies, bool ScalerSawTest)>>
{
    public override string Title => "two leaks";

    public override IReadOnlyList<string> Hints =>
    [
        "A copy: all numbers of a test row equal those of some training row. The scaler: fit one on the training part alone, and see whether it gives what you were handed.",
        "Arrays are compared by identity, so `train.Contains(row)` finds nothing. Make a text of each row, `string.Join(' ', row)`, or use `SequenceEqual`. For the scaler: `Standardizer.Fit(train).Transform(train)`, and a difference of more than 1e-9 anywhere.",
        "`copies = [.. Enumerable.Range(0, test.Length).Where(i => train.Any(row => row.SequenceEqual(test[i])))]`, and `scalerSawTest = honest.Zip(scaledTrain).Any(rows => rows.First.Zip(rows.Second).Any(z => Math.Abs(z.First - z.Second) > 1e-9))`.",
    ];

    protected override void Examine(Func<double[][], double[][], double[][], (int[] Copies, bool ScalerSawTest)> leaks, Exam exam)
    {
        Try("no leak", Rows(8, 3), Rows(4, 3, 100), sawTest: false);
        Try("two copies", Rows(8, 3), [.. Rows(2, 3, 50), Rows(8, 3)[5], Rows(1, 3, 70)[0], Rows(8, 3)[0]], sawTest: false);
        Try("a scaler that saw the test part", Rows(8, 3), Rows(4, 3, 100), sawTest: true);
        Try("both, and a row twice in the test part", Rows(6, 2), [Rows(6, 2)[3], [0.5, 9], Rows(6, 2)[3]], sawTest: true);
        Try("a row twice in the training part, and none of it in the test part", [.. Rows(5, 4), Rows(5, 4)[2]], Rows(3, 4, 30), sawTest: false);
        Try("rows that share some numbers", [[1, 2], [3, 4], [5, 6]], [[1, 4], [2, 1], [3, 6]], sawTest: false);
        Try("a test part with the same means and a wider spread", [[-1, 5], [1, 5], [0, 5]], [[-7, 5], [7, 5]], sawTest: true);
        Try("a test part that moves one mean only", [[0, 1], [1, 2], [2, 3], [3, 5]], [[0, 9], [3, 9]], sawTest: true);

        void Try(string name, double[][] train, double[][] test, bool sawTest)
        {
            var scaled = Standardizer.Fit(sawTest ? [.. train, .. test] : train).Transform(train);
            int[] copies = [.. Enumerable.Range(0, test.Length).Where(i => train.Any(row => row.SequenceEqual(test[i])))];
            var came = new Lazy<(int[] Copies, bool ScalerSawTest)>(() => leaks(Copy(train), Copy(test), Copy(scaled)));
            exam.Equal($"{name}: copies", () => came.Value.Copies, copies, Slips(train, test, copies));
            exam.That(
                $"{name}: the scaler saw the test part",
                () => came.Value.ScalerSawTest,
                saw => saw == sawTest,
                sawTest ? "true" : "false",
                _ => sawTest
                    ? "The scaled rows are not those of a scaler fitted on the training part alone. Look at every column, and at the spread as well as the mean."
                    : "This scaler was fitted on the training part alone. Rounding moves the last digits: allow 1e-9.");
        }
    }

    // No two rows alike, nor any column with a round mean.
    private static double[][] Rows(int count, int columns, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(i => Enumerable.Range(0, columns).Select(c => Math.Round((10 * Math.Sin(i + c)) + (0.1 * i), 3)).ToArray())];

    private static double[][] Copy(double[][] rows) => [.. rows.Select(row => row.ToArray())];

    private static Suspect[] Slips(double[][] train, double[][] test, int[] copies)
    {
        int[] Where(Func<double[], bool> isCopy) => [.. Enumerable.Range(0, test.Length).Where(i => isCopy(test[i]))];
        return
        [
            .. copies.Length > 0 ? [new Suspect(Array.Empty<int>(), "None found: `==` and `Contains` ask whether two arrays are the *same* array. Compare their numbers.")] : Array.Empty<Suspect>(),
            new(Enumerable.Range(0, train.Length).Where(i => test.Any(row => row.SequenceEqual(train[i]))).ToArray(), "Those are places in the training part: give those in the test part."),
            new(Where(row => train.Any(other => other[0] == row[0])), "A copy has *all* numbers in common, not only the first."),
            new(Where(row => train.Any(other => other.Intersect(row).Any())), "A copy has all numbers in common, in the same columns."),
            new(copies.DistinctBy(i => string.Join(' ', test[i])).ToArray(), "A row that stands twice in the test part counts twice."),
        ];
    }
}
