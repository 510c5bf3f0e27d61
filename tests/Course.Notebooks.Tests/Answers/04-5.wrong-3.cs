// W1 is left as it was printed. // expect: cannot take the three inputs
(double[][] W1, double loss, double[][] dW1) Mended()
{
    return ([[1, 0], [1, 1]], 196, [[84, 168, 252], [28, 56, 84]]);
}
