// Not stable: exponentiates the scores as they are. // expect: subtract the largest score first
double[] Softmax(double[] z)
{
    var e = z.Select(Math.Exp).ToArray();
    return e.Select(ei => ei / e.Sum()).ToArray();
}
