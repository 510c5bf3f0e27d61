// No pooling: far too many weights behind the kernels. // expect: pool once more
Module<Tensor, Tensor> Forgiving() => Sequential(
    Conv2d(1, 8, 5), ReLU(), Flatten(), Linear(8 * 24 * 24, 10)).to(device);
