// Forgets that each image has its own answer. // expect: answer of the first
Tensor Saliency(Module<Tensor, Tensor> net, Tensor images, Tensor said)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    net.call(pixels)[.., said[0].item<long>()].sum().backward();
    return pixels.grad;
}
