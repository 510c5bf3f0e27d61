// Forgets that a class may never be said. // expect: 0/0 is no number
(double[] macro, double[] micro) Averages(int[] said, int[] truth, int classes)
{
    double[] Three(double hits, double yes, double real) =>
        [hits / yes, hits / real, 2 * hits / (yes + real)];
    double Count(int[] rows, int c) => rows.Count(row => row == c);
    double Hits(int c) => said.Zip(truth).Count(pair => pair.First == c && pair.Second == c);
    int[] each = [.. Enumerable.Range(0, classes)];
    var three = each.Select(c => Three(Hits(c), Count(said, c), Count(truth, c))).ToArray();
    double[] macro = [.. Enumerable.Range(0, 3).Select(k => three.Average(t => t[k]))];
    return (macro, Three(each.Sum(Hits), said.Length, truth.Length));
}
