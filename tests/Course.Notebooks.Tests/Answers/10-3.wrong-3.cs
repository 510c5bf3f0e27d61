// Draws without regard to classes. // expect: Of each class a fifth
(int[] train, int[] test) Part(byte[][] files, int[] labels, int seed)
{
    int[][] alike = [.. Enumerable.Range(0, files.Length)
        .GroupBy(i => Fingerprint(files[i])).Select(same => same.ToArray())];
    var (train, test) = Split.Random(alike.Length, 0.2, seed);
    return ([.. train.SelectMany(k => alike[k])], [.. test.SelectMany(k => alike[k])]);
}
