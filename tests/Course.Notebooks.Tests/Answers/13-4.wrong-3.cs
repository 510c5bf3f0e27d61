// Wants the last digit to be right. // expect: Rounding moves the last digits
(int[] copies, bool scalerSawTest) Leaks(
    double[][] train, double[][] test, double[][] scaledTrain)
{
    int[] copies = [.. Enumerable.Range(0, test.Length)
        .Where(i => train.Any(row => row.SequenceEqual(test[i])))];
    return (copies, Standardizer.Fit(scaledTrain).Mean.Any(mean => mean != 0));
}
