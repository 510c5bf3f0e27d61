// Two misses for one output. // expect: count it once
(double[][] W1, double loss, double[][] dW1) Mended()
{
    return ([[1, 0, 1], [1, 1, 0]], 14 * 14 + 14 * 14, [[84, 168, 252], [28, 56, 84]]);
}
