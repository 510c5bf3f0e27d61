// Loses the axis of size 1. // expect: shape
Tensor Unbroadcast(Tensor slope, long[] shape)
{
    while (slope.ndim > shape.Length)
        slope = slope.sum(0L);
    for (int i = 0; i < shape.Length; i++)
        if (shape[i] == 1)
            slope = slope.sum(i);
    return slope;
}
