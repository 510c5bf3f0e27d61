double[] AtTemperature(double[] logits, double temperature)
{
    double max = logits.Max();
    int first = Array.IndexOf(logits, max);
    if (temperature == 0)
        return [.. logits.Select((_, i) => i == first ? 1.0 : 0)];

    double[] e = [.. logits.Select(z => Math.Exp((z - max) / temperature))];
    return [.. e.Select(p => p / e.Sum())];
}
