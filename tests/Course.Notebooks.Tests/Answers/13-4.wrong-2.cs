// Looks at the means only. // expect: the spread as well as the mean
(int[] copies, bool scalerSawTest) Leaks(
    double[][] train, double[][] test, double[][] scaledTrain)
{
    int[] copies = [.. Enumerable.Range(0, test.Length)
        .Where(i => train.Any(row => row.SequenceEqual(test[i])))];
    return (copies, Standardizer.Fit(scaledTrain).Mean.Any(mean => Math.Abs(mean) > 1e-9));
}
