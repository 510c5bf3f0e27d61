long[] Broadcast(long[] a, long[] b)
{
    var result = new long[Math.Max(a.Length, b.Length)];
    for (int i = 1; i <= result.Length; i++)   // counted from the right
    {
        long m = i <= a.Length ? a[^i] : 1, n = i <= b.Length ? b[^i] : 1;
        result[^i] = m == n || n == 1 ? m
            : m == 1 ? n
            : throw new ArgumentException($"sizes {m} and {n} differ, and neither is 1");
    }
    return result;
}
