// Compares the first column. // expect: not only the first
(int[] copies, bool scalerSawTest) Leaks(
    double[][] train, double[][] test, double[][] scaledTrain)
{
    int[] copies = [.. Enumerable.Range(0, test.Length)
        .Where(i => train.Any(row => row[0] == test[i][0]))];
    double[][] honest = Standardizer.Fit(train).Transform(train);
    return (copies, honest.Zip(scaledTrain).Any(rows =>
        rows.First.Zip(rows.Second).Any(z => Math.Abs(z.First - z.Second) > 1e-9)));
}
