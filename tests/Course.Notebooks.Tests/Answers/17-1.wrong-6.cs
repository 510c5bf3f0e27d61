// Takes the chance instead of the logit. // expect: slope of the chance
Tensor Saliency(Module<Tensor, Tensor> net, Tensor images, Tensor said)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    net.call(pixels).softmax(1).gather(1, said.unsqueeze(1)).sum().backward();
    return pixels.grad;
}
