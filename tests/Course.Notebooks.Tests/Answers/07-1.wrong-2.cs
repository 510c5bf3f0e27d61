// Keeps one of the outgoing weights and drops the others. // expect: One column is not enough
(Tensor W1, Tensor b1, Tensor W2) Merge(Tensor W1, Tensor b1, Tensor W2) =>
    (W1[..1], b1[..1], W2[.., ..1]);
