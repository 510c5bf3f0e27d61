// The square of the average miss. // expect: average the squares instead
double Mse(double w, double b)
{
    var miss = birds.Average(p => p.BodyMassG - Neuron(p.FlipperMm, w, b));
    return miss * miss;
}
