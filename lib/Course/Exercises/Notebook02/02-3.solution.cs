double BinaryLoss(double z, double y)
{
    return Math.Max(z, 0) - z * y + Math.Log(1 + Math.Exp(-Math.Abs(z)));
}
