// Pools once: most of its weights belong to one place. // expect: Pool more before them
Module<Tensor, Tensor> Forgiving() => Sequential(
    Conv2d(1, 8, 5), ReLU(), MaxPool2d(2), Flatten(), Linear(8 * 12 * 12, 10)).to(device);
