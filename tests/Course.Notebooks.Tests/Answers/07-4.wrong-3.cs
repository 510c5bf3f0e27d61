// Variances. // expect: its root is the deviation
(double he, double xavier, double linear) Deviations(long inputs, long outputs) =>
    (2.0 / inputs, 2.0 / (inputs + outputs), 1.0 / (3 * inputs));
