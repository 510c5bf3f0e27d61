// Cuts the rows as they stand. // expect: Deal the classes one after the other
int[][] Deal(int[] labels, int k)
{
    return [.. Enumerable.Range(0, k).Select(fold => Enumerable.Range(0, labels.Length)
        .Where(i => i * k / labels.Length == fold).ToArray())];
}
