// Only the true class's slope. // expect: The other classes have slopes too
double[] ScoreSlopes(double[] z, int y)
{
    return Shares(z).Select((p, c) => c == y ? p - 1 : 0).ToArray();
}
