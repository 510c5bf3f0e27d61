// No parentheses around the prediction. // expect: `b` has the wrong sign
double Mse(double w, double b) => birds.Average(p => Math.Pow(p.BodyMassG - w * p.FlipperMm + b, 2));
