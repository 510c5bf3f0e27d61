// The sum of squares, not divided. // expect: divide by the number of birds
double Mse(double w, double b)
{
    return birds.Sum(p => Math.Pow(p.BodyMassG - Neuron(p.FlipperMm, w, b), 2));
}
