// Takes the bound of the even draw for its deviation. // expect: Its deviation is smaller by √3
(double he, double xavier, double linear) Deviations(long inputs, long outputs) =>
    (Math.Sqrt(2.0 / inputs), Math.Sqrt(2.0 / (inputs + outputs)), Math.Sqrt(1.0 / inputs));
