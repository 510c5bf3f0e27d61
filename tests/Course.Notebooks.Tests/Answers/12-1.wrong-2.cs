// A ten-thousandth of the peak at the end. // expect: of the *first* one
double OneCycle(int step, int steps, double peak)
{
    double top = 0.3 * steps - 1;
    return step <= top
        ? Glide(peak / 25, peak, step / top)
        : Glide(peak, peak / 10_000, (step - top) / (steps - 1 - top));
}
