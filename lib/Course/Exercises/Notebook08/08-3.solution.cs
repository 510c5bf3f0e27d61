long Parameters(int[] sizes)
{
    return sizes.Zip(sizes[1..], (n, m) => (long)n * m + m).Sum();
}
