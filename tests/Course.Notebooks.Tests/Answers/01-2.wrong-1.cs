// Absolute misses instead of squares. // expect: mean of the absolute misses
double Mse(double w, double b)
{
    return birds.Average(p => Math.Abs(p.BodyMassG - Neuron(p.FlipperMm, w, b)));
}
