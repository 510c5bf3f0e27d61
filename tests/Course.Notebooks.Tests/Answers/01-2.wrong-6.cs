// Divides by n − 1. // expect: n − 1
double Mse(double w, double b) => birds.Sum(p => Math.Pow(p.BodyMassG - Neuron(p.FlipperMm, w, b), 2)) / (birds.Count - 1);
