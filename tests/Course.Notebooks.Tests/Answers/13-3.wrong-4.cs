// Whole shares only: the rest is dropped. // expect: is in no part
int[][] Deal(int[] labels, int k)
{
    int[] sorted = [.. Enumerable.Range(0, labels.Length).OrderBy(i => labels[i])];
    return [.. Enumerable.Range(0, k).Select(fold =>
        sorted.Take(labels.Length / k * k).Where((_, place) => place % k == fold).ToArray())];
}
