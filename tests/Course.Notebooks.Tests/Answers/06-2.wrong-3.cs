// Disposes what it was given. // expect: Your function disposed `slope`
Tensor Unbroadcast(Tensor slope, long[] shape)
{
    Tensor result = slope.clone();
    while (result.ndim > shape.Length)
        result = result.sum(0L);
    for (int i = 0; i < shape.Length; i++)
        if (shape[i] == 1)
            result = result.sum(i, keepdim: true);
    slope.Dispose();
    return result;
}
