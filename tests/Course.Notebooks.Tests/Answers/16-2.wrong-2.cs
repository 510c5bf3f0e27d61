// Temperature 0 divides by zero. // expect: give it a case of its own
double[] AtTemperature(double[] logits, double temperature)
{
    double max = logits.Max();
    double[] e = [.. logits.Select(z => Math.Exp((z - max) / temperature))];
    return [.. e.Select(p => p / e.Sum())];
}
