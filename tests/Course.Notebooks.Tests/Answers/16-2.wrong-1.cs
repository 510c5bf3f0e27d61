// Multiplied instead of divided. // expect: divide by it, so that hot is flat
double[] AtTemperature(double[] logits, double temperature)
{
    double[] e = [.. logits.Select(z => Math.Exp(z * temperature))];
    return [.. e.Select(p => p / e.Sum())];
}
