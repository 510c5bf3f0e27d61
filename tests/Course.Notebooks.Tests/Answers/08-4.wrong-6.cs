// No network. // expect: The network is null
(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe() => (null, null, 64);
