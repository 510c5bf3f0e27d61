// A rate that is far too small. // expect: too slowly
double[] Overfit(Module<Tensor, Tensor> net, Tensor x, Tensor y)
{
    var sgd = optim.SGD(net.parameters(), 0.001);
    var losses = new List<double>();
    for (int step = 0; step < 200; step++)
    {
        Tensor loss = functional.cross_entropy(net.call(x), y);
        sgd.zero_grad();
        loss.backward();
        sgd.step();
        losses.Add(loss.item<float>());
    }
    return [.. losses];
}
