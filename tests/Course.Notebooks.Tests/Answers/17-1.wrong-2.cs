// Takes the slope of the loss, as in training. // expect: slope of the loss
Tensor Saliency(Module<Tensor, Tensor> net, Tensor images, Tensor said)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    functional.cross_entropy(net.call(pixels), said).backward();
    return pixels.grad;
}
