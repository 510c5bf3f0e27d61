// Asks whether the arrays are the same array. // expect: Compare their numbers
(int[] copies, bool scalerSawTest) Leaks(
    double[][] train, double[][] test, double[][] scaledTrain)
{
    int[] copies = [.. Enumerable.Range(0, test.Length).Where(i => train.Contains(test[i]))];
    double[][] honest = Standardizer.Fit(train).Transform(train);
    return (copies, honest.Zip(scaledTrain).Any(rows =>
        rows.First.Zip(rows.Second).Any(z => Math.Abs(z.First - z.Second) > 1e-9)));
}
