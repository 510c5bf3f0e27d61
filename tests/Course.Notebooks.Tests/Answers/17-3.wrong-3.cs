// Guesses. // expect: No better than random
Tensor Important(Module<Tensor, Tensor> net, Tensor images)
{
    manual_seed(5);
    return rand_like(images);
}
