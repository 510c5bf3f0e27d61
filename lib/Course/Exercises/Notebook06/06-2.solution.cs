Tensor Unbroadcast(Tensor slope, long[] shape)
{
    while (slope.ndim > shape.Length)   // axes that the small tensor did not have
        slope = slope.sum(0L);
    for (int i = 0; i < shape.Length; i++)
        if (shape[i] == 1)              // axes that were stretched
            slope = slope.sum(i, keepdim: true);
    return slope;
}
