// Returns the loss after the step. // expect: the loss after the step
double PrunedStep(Sequential net, Tensor[] masks, optim.Optimizer optimizer, Tensor x, Tensor y)
{
    Tensor loss = functional.cross_entropy(net.call(x), y);
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    using var quiet = no_grad();
    foreach (var (w, mask) in net.parameters().Zip(masks)) w.mul_(mask);
    return functional.cross_entropy(net.call(x), y).item<float>();
}
