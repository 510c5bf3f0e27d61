// Takes the larger of both sizes. // expect: the larger of the two is not the rule
long[] Broadcast(long[] a, long[] b)
{
    var result = new long[Math.Max(a.Length, b.Length)];
    for (int i = 1; i <= result.Length; i++)
    {
        long m = i <= a.Length ? a[^i] : 1, n = i <= b.Length ? b[^i] : 1;
        if (m != n && m != 1 && n != 1)
            throw new ArgumentException("sizes differ");
        result[^i] = Math.Max(m, n);
    }
    return result;
}
