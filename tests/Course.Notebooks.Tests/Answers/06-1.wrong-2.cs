// Never refuses. // expect: neither is 1: that must throw
long[] Broadcast(long[] a, long[] b)
{
    var result = new long[Math.Max(a.Length, b.Length)];
    for (int i = 1; i <= result.Length; i++)
    {
        long m = i <= a.Length ? a[^i] : 1, n = i <= b.Length ? b[^i] : 1;
        result[^i] = m == 1 ? n : m;
    }
    return result;
}
