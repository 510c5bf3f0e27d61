// Only the first layer. // expect: Only the first layer
Tensor Penalty(Sequential net)
{
    return 0.0003 * net.parameters().First().abs().sum();
}
