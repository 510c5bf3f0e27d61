// Forgets to multiply each miss by its bird's flipper. // expect: multiplied by that bird's `x`
(double dw, double db) Gradient(double w, double b)
{
    double Miss(Penguin p) => p.BodyMassG - Neuron(p.FlipperMm, w, b);
    return (birds.Average(p => -2 * Miss(p)), birds.Average(p => -2 * Miss(p)));
}
