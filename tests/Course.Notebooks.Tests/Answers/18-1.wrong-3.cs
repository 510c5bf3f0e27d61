// Makes new tensors, and leaves the network's as they are. // expect: come back to life
double PrunedStep(Sequential net, Tensor[] masks, optim.Optimizer optimizer, Tensor x, Tensor y)
{
    Tensor loss = functional.cross_entropy(net.call(x), y);
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    foreach (var (w, mask) in net.parameters().Zip(masks)) { Tensor pruned = w * mask; }
    return loss.item<float>();
}
