// Truth minus share. // expect: sign is flipped
double[] ScoreSlopes(double[] z, int y)
{
    return Shares(z).Select((p, c) => c == y ? 1 - p : -p).ToArray();
}
