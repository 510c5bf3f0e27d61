// Forgets the seed. // expect: The seed is not used
(int[] train, int[] test) Part(byte[][] files, int[] labels, int seed)
{
    int[][] alike = [.. Enumerable.Range(0, files.Length)
        .GroupBy(i => Fingerprint(files[i])).Select(same => same.ToArray())];
    int[] classes = [.. alike.Select(same => labels[same[0]])];
    var (train, test) = Split.Stratified(classes, 0.2, seed: 1);
    return ([.. train.SelectMany(k => alike[k])], [.. test.SelectMany(k => alike[k])]);
}
