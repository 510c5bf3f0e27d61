// Stops when the number of axes is right. // expect: still stretched
Tensor Unbroadcast(Tensor slope, long[] shape)
{
    while (slope.ndim > shape.Length)
        slope = slope.sum(0L);
    return slope;
}
