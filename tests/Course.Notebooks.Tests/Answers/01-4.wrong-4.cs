// The measured slopes in place of the formula. // expect: looks like a measured slope
(double dw, double db) Gradient(double w, double b)
{
    double h = 0.001;
    double M(double w, double b) => birds.Average(p => Math.Pow(p.BodyMassG - Neuron(p.FlipperMm, w, b), 2));
    return ((M(w + h, b) - M(w - h, b)) / (2 * h), (M(w, b + h) - M(w, b - h)) / (2 * h));
}
