// The answers are exchanged. // expect: have changed places
double BinaryLoss(double z, double y)
{
    return Math.Max(z, 0) - z * (1 - y) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
}
