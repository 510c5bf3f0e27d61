// Sums in another type. // expect: of the inputs' type
Tensor Unbroadcast(Tensor slope, long[] shape)
{
    slope = slope.to(float64);
    while (slope.ndim > shape.Length)
        slope = slope.sum(0L);
    for (int i = 0; i < shape.Length; i++)
        if (shape[i] == 1)
            slope = slope.sum(i, keepdim: true);
    return slope;
}
