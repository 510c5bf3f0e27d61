// Punishes the biases as well. // expect: only parameters with two axes
Tensor Penalty(Sequential net)
{
    return 0.0003 * stack(net.parameters().Select(w => w.abs().sum()).ToArray()).sum();
}
