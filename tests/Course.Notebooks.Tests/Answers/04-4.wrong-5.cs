// A rate that is a little too small. // expect: a larger rate
double[] Xor(int seed, int steps)
{
    double[][] corners = [[0, 0], [0, 1], [1, 0], [1, 1]];
    double[] truth = [0, 1, 1, 0];
    var net = NewNet(seed, 2, 4, 1);
    var slopes = Zeros(net);
    for (int step = 0; step < steps; step++)
    {
        for (int i = 0; i < 4; i++)
            Backward(net, Forward(net, corners[i]), [truth[i]], slopes);
        Step(net, slopes, lr: 0.05);
    }
    return [.. corners.Select(c => Forward(net, c)[^1][0])];
}
