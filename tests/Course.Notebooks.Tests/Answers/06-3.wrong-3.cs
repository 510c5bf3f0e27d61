// Computes the first row only. // expect: shape
Tensor Layer(Tensor x, Tensor W, Tensor b) => x[..1].matmul(W.t()) + b;
