// Turns the sign round. // expect: surer
Tensor Important(Module<Tensor, Tensor> net, Tensor images)
{
    Tensor pixels = images.detach().clone().requires_grad_();
    Tensor two = net.call(pixels).topk(2, 1).values;
    (two[.., 1] - two[.., 0]).sum().backward();
    return pixels.grad * (images - paper);
}
