// Forgets the answer. // expect: `y` does not appear
double BinaryLoss(double z, double y)
{
    return Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
}
