// The slopes pile up. // expect: piled up
double[] Overfit(Module<Tensor, Tensor> net, Tensor x, Tensor y)
{
    var adam = optim.Adam(net.parameters(), lr: 0.001);
    var losses = new List<double>();
    for (int step = 0; step < 200; step++)
    {
        Tensor loss = functional.cross_entropy(net.call(x), y);
        loss.backward();
        adam.step();
        losses.Add(loss.item<float>());
    }
    return [.. losses];
}
