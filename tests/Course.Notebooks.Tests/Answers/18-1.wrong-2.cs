// Masks before the step instead of after it. // expect: come back to life
double PrunedStep(Sequential net, Tensor[] masks, optim.Optimizer optimizer, Tensor x, Tensor y)
{
    using (no_grad())
        foreach (var (w, mask) in net.parameters().Zip(masks)) w.mul_(mask);
    Tensor loss = functional.cross_entropy(net.call(x), y);
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    return loss.item<float>();
}
