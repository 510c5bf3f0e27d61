// A softmax before cross-entropy. // expect: takes the softmax itself
double[] Overfit(Module<Tensor, Tensor> net, Tensor x, Tensor y)
{
    var adam = optim.Adam(net.parameters(), lr: 0.001);
    var losses = new List<double>();
    for (int step = 0; step < 200; step++)
    {
        Tensor loss = functional.cross_entropy(net.call(x).softmax(1), y);
        adam.zero_grad();
        loss.backward();
        adam.step();
        losses.Add(loss.item<float>());
    }
    return [.. losses];
}
