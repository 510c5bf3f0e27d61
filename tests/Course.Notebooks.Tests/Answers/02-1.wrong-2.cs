// Forgets to divide by the sum. // expect: do not add up to 1
double[] Softmax(double[] z)
{
    return z.Select(zi => Math.Exp(zi - z.Max())).ToArray();
}
