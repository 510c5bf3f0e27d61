// A network of the notebook's own. // expect: a network of the cells above
(Module<Tensor, Tensor> net, optim.Optimizer optimizer, int batch) Recipe() =>
    (net, optim.Adam(net.parameters(), lr: 0.001), 64);
