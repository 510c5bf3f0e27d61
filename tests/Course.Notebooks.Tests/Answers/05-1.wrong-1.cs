// Nothing is pushed, so both slopes are still 0. // expect: push a slope of 1 into g
(double g, double da, double db) Micrograd()
{
    Value a = -4, b = 2;
    Value c = a + b, d = a * b + b * b * b;
    c = 2 * c + 1;
    c = 1 + 2 * c - a;
    d = 3 * d + Relu(b + a);
    d = 4 * d + Relu(b - a);
    Value e = c - d, f = e * e, g = f / 2 + 10 / f;
    return (g.Data, a.Grad, b.Grad);
}
