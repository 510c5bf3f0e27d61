// Throws the copies away. // expect: Copies are lost
(int[] train, int[] test) Part(byte[][] files, int[] labels, int seed)
{
    int[] firsts = [.. Enumerable.Range(0, files.Length)
        .GroupBy(i => Fingerprint(files[i])).Select(same => same.First())];
    var (train, test) = Split.Stratified([.. firsts.Select(i => labels[i])], 0.2, seed);
    return ([.. train.Select(k => firsts[k])], [.. test.Select(k => firsts[k])]);
}
