// Drops the signs, as many pictures do. // expect: signs are gone
Tensor Saliency(Module<Tensor, Tensor> net, Tensor images, Tensor said)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    net.call(pixels).gather(1, said.unsqueeze(1)).sum().backward();
    return pixels.grad.abs();
}
