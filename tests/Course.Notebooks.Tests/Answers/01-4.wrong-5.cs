// One sign flipped. // expect: The sign of db is flipped
(double dw, double db) Gradient(double w, double b)
{
    double Miss(Penguin p) => p.BodyMassG - Neuron(p.FlipperMm, w, b);
    return (birds.Average(p => -2 * Miss(p) * p.FlipperMm), birds.Average(p => 2 * Miss(p)));
}
