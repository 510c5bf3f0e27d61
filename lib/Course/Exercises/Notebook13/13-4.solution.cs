(int[] copies, bool scalerSawTest) Leaks(
    double[][] train, double[][] test, double[][] scaledTrain)
{
    string Key(double[] row) => string.Join(' ', row);
    var seen = train.Select(Key).ToHashSet();
    int[] copies = [.. Enumerable.Range(0, test.Length)
        .Where(i => seen.Contains(Key(test[i])))];

    double[][] honest = Standardizer.Fit(train).Transform(train);
    bool scalerSawTest = honest.Zip(scaledTrain).Any(rows =>
        rows.First.Zip(rows.Second).Any(z => Math.Abs(z.First - z.Second) > 1e-9));
    return (copies, scalerSawTest);
}
