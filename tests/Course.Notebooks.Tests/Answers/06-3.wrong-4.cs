// Disposes its weights. // expect: Your function disposed `W`
Tensor Layer(Tensor x, Tensor W, Tensor b)
{
    Tensor y = x.matmul(W.t()) + b;
    W.Dispose();
    return y;
}
