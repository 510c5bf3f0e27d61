// The top a step late. // expect: the top lies at
double OneCycle(int step, int steps, double peak)
{
    double top = 0.3 * steps;
    return step <= top
        ? Glide(peak / 25, peak, step / top)
        : Glide(peak, peak / 250_000, (step - top) / (steps - 1 - top));
}
