// 1 / n in whole numbers is 0. // expect: `1 / n` is 0
double Mse(double w, double b)
{
    double sum = 0;
    int n = birds.Count;
    foreach (var p in birds)
        sum += Math.Pow(p.BodyMassG - Neuron(p.FlipperMm, w, b), 2);
    return 1 / n * sum;
}
