// The largest score is not taken away. // expect: exp overflows
double[] AtTemperature(double[] logits, double temperature)
{
    int first = Array.IndexOf(logits, logits.Max());
    if (temperature == 0)
        return [.. logits.Select((_, i) => i == first ? 1.0 : 0)];

    double[] e = [.. logits.Select(z => Math.Exp(z / temperature))];
    return [.. e.Select(p => p / e.Sum())];
}
