// The factor 2 from the square is lost. // expect: The 2 from the square is missing.
(double dw, double db) Gradient(double w, double b)
{
    double Miss(Penguin p) => p.BodyMassG - Neuron(p.FlipperMm, w, b);
    return (birds.Average(p => -Miss(p) * p.FlipperMm), birds.Average(p => -Miss(p)));
}
