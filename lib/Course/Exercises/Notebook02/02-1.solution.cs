double[] Softmax(double[] z)
{
    var top = z.Max();
    var e = z.Select(zi => Math.Exp(zi - top)).ToArray();
    var sum = e.Sum();
    return e.Select(ei => ei / sum).ToArray();
}
