// The slope along the shares. // expect: slope along the shares
double[] ScoreSlopes(double[] z, int y)
{
    return Shares(z).Select((p, c) => c == y ? -1 / p : 0).ToArray();
}
