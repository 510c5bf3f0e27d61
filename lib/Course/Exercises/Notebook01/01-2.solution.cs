double Mse(double w, double b)
{
    return birds.Average(p =>
    {
        var miss = p.BodyMassG - Neuron(p.FlipperMm, w, b);
        return miss * miss;
    });
}
