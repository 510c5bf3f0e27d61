// Safe on one side only. // expect: use the exponent −|z|
double BinaryLoss(double z, double y)
{
    return Math.Log(1 + Math.Exp(-z)) + (1 - y) * z;
}
