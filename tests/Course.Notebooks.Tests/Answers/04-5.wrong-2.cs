// The slopes of W1 keep the shape of the hidden layer. // expect: That is the δ of the hidden neurons
(double[][] W1, double loss, double[][] dW1) Mended()
{
    return ([[1, 0, 1], [1, 1, 0]], 196, [[84], [28]]);
}
