// The slopes are masked, and Adam's memory moves the weights all the same. // expect: A mask on the slopes is not enough
double PrunedStep(Sequential net, Tensor[] masks, optim.Optimizer optimizer, Tensor x, Tensor y)
{
    Tensor loss = functional.cross_entropy(net.call(x), y);
    optimizer.zero_grad();
    loss.backward();
    foreach (var (w, mask) in net.parameters().Zip(masks)) w.grad.mul_(mask);
    optimizer.step();
    return loss.item<float>();
}
