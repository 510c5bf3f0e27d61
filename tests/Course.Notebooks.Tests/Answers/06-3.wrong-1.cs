// Forgets the bias. // expect: The bias is missing
Tensor Layer(Tensor x, Tensor W, Tensor b) => x.matmul(W.t());
