// The blame does not pass W2. // expect: W₂ is forgotten
(double[][] W1, double loss, double[][] dW1) Mended() =>
    ([[1, 0, 1], [1, 1, 0]], 196, [[28, 56, 84], [28, 56, 84]]);
