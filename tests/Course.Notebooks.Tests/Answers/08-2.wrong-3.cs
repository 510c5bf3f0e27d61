// Claims a loss that the network does not have. // expect: The network is as it was
double[] Overfit(Module<Tensor, Tensor> net, Tensor x, Tensor y) => [2.3, 0.5, 0.001];
