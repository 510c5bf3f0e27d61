// Adds up the bias as well. // expect: not all of them together
(Tensor W1, Tensor b1, Tensor W2) Merge(Tensor W1, Tensor b1, Tensor W2) =>
    (W1[..1], b1.sum(0L, keepdim: true), W2.sum(1, keepdim: true));
