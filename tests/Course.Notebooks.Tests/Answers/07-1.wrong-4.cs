// Right, but changes the table that it was given. // expect: afterwards
(Tensor W1, Tensor b1, Tensor W2) Merge(Tensor W1, Tensor b1, Tensor W2)
{
    Tensor sum = W2.sum(1, keepdim: true);
    W2.zero_();
    return (W1[..1], b1[..1], sum);
}
