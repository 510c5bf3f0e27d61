// Computes in double. // expect: of the inputs' type
Tensor Layer(Tensor x, Tensor W, Tensor b) => x.to(float64).matmul(W.to(float64).t()) + b.to(float64);
