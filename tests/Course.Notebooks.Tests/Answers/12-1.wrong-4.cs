// A whole number for the top, so that the way is 0 until it is 1. // expect: divides whole numbers
double OneCycle(int step, int steps, double peak)
{
    int top = (int)(0.3 * steps - 1);
    return step <= top
        ? Glide(peak / 25, peak, step / top)
        : Glide(peak, peak / 250_000, (step - top) / (steps - 1 - top));
}
