// Takes the logarithm of a rounded share. // expect: rounded to 0 or 1
double BinaryLoss(double z, double y)
{
    var p = 1 / (1 + Math.Exp(-z));
    return y == 1 ? -Math.Log(p) : -Math.Log(1 - p);
}
