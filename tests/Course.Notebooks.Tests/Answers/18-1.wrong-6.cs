// Never steps. // expect: Nothing has moved
double PrunedStep(Sequential net, Tensor[] masks, optim.Optimizer optimizer, Tensor x, Tensor y)
{
    Tensor loss = functional.cross_entropy(net.call(x), y);
    optimizer.zero_grad();
    loss.backward();
    using var quiet = no_grad();
    foreach (var (w, mask) in net.parameters().Zip(masks)) w.mul_(mask);
    return loss.item<float>();
}
