// A softmax at the end. // expect: ends in a softmax
Module<Tensor, Tensor> Forgiving() => Sequential(
    Conv2d(1, 8, 5), ReLU(), MaxPool2d(2), Conv2d(8, 16, 5), ReLU(), MaxPool2d(2),
    Flatten(), Linear(256, 10), Softmax(1)).to(device);
