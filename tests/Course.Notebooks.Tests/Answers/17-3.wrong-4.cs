// One map for all images. // expect: every pixel of every image
Tensor Important(Module<Tensor, Tensor> net, Tensor images)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    net.call(pixels).amax(1).sum().backward();
    return pixels.grad.mean([0]);
}
