// Straight lines. // expect: half a wave of a cosine
double OneCycle(int step, int steps, double peak)
{
    double top = 0.3 * steps - 1;
    return step <= top
        ? peak / 25 + (peak - peak / 25) * step / top
        : peak + (peak / 250_000 - peak) * (step - top) / (steps - 1 - top);
}
