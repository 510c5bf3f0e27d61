// Works in place where the first shape is long enough. // expect: It wrote into `a`
long[] Broadcast(long[] a, long[] b)
{
    long[] result = a.Length >= b.Length ? a : [.. Enumerable.Repeat(1L, b.Length - a.Length), .. a];
    for (int i = 1; i <= b.Length; i++)
    {
        long m = result[^i], n = b[^i];
        result[^i] = m == n || n == 1 ? m : m == 1 ? n : throw new ArgumentException("sizes differ");
    }
    return result;
}
