// Sums all logits. // expect: all logits together
Tensor Saliency(Module<Tensor, Tensor> net, Tensor images, Tensor said)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    net.call(pixels).sum().backward();
    return pixels.grad;
}
