Tensor Layer(Tensor x, Tensor W, Tensor b)
{
    return x.matmul(W.t()) + b;   // (N, in) · (in, out) + (out) → (N, out)
}
