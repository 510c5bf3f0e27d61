// Asks the images themselves for slopes, and leaves them there. // expect: still there
Tensor Saliency(Module<Tensor, Tensor> net, Tensor images, Tensor said)
{
    images.requires_grad_();
    net.call(images).gather(1, said.unsqueeze(1)).sum().backward();
    return images.grad;
}
