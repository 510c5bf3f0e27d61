double[] ScoreSlopes(double[] z, int y)
{
    return Shares(z).Select((p, c) => c == y ? p - 1 : p).ToArray();
}
