// At 0, both of two largest scores win. // expect: so the chances add up to 2
double[] AtTemperature(double[] logits, double temperature)
{
    double max = logits.Max();
    if (temperature == 0)
        return [.. logits.Select(z => z == max ? 1.0 : 0)];

    double[] e = [.. logits.Select(z => Math.Exp((z - max) / temperature))];
    return [.. e.Select(p => p / e.Sum())];
}
