// Averages in place of adding. // expect: Slopes *add*
Tensor Unbroadcast(Tensor slope, long[] shape)
{
    while (slope.ndim > shape.Length)
        slope = slope.mean([0L]);
    for (int i = 0; i < shape.Length; i++)
        if (shape[i] == 1)
            slope = slope.mean([i], keepdim: true);
    return slope;
}
