// The squared error's habit: a sigmoid slope that has cancelled. // expect: it cancels
double[] ScoreSlopes(double[] z, int y)
{
    return Shares(z).Select((p, c) => (p - (c == y ? 1 : 0)) * p * (1 - p)).ToArray();
}
