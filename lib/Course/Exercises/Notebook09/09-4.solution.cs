Module<Tensor, Tensor> Forgiving()
{
    return Sequential(
        Conv2d(1, 16, 5), ReLU(), MaxPool2d(2),
        Conv2d(16, 32, 5), ReLU(), MaxPool2d(4),
        Flatten(), Linear(128, 10)).to(device);
}
