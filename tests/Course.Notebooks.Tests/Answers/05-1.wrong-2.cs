// The second change of c and of d is left out. // expect: one of those lines is missing
(double g, double da, double db) Micrograd()
{
    Value a = -4, b = 2;
    Value c = a + b, d = a * b + b * b * b;
    c = 2 * c + 1;
    d = 3 * d + Relu(b + a);
    Value e = c - d, f = e * e, g = f / 2 + 10 / f;
    Push(g, 1);
    return (g.Data, a.Grad, b.Grad);
}
