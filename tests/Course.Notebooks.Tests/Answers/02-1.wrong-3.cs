// Subtracts the smallest score instead of the largest. // expect: subtract the largest score first
double[] Softmax(double[] z)
{
    var e = z.Select(zi => Math.Exp(zi - z.Min())).ToArray();
    return e.Select(ei => ei / e.Sum()).ToArray();
}
