(double he, double xavier, double linear) Deviations(long inputs, long outputs)
{
    double he = Math.Sqrt(2.0 / inputs);
    double xavier = Math.Sqrt(2.0 / (inputs + outputs));
    double linear = Math.Sqrt(1.0 / (3 * inputs));
    return (he, xavier, linear);
}
