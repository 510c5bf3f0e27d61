// Sizes that do not fit: padding keeps 28, and 14, and 7. // expect: Its layers do not fit
Module<Tensor, Tensor> Forgiving() => Sequential(
    Conv2d(1, 8, 5, padding: 2), ReLU(), MaxPool2d(2),
    Conv2d(8, 16, 5, padding: 2), ReLU(), MaxPool2d(2),
    Flatten(), Linear(128, 10)).to(device);
