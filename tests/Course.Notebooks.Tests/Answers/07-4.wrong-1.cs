// Divides whole numbers. // expect: divides whole numbers
(double he, double xavier, double linear) Deviations(long inputs, long outputs) =>
    (Math.Sqrt(2 / inputs), Math.Sqrt(2 / (inputs + outputs)), Math.Sqrt(1 / (3 * inputs)));
