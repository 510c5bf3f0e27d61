// Multiplies as int. // expect: outgrew an `int`
long Parameters(int[] sizes)
{
    int sum = 0;
    for (int k = 1; k < sizes.Length; k++)
        sum += sizes[k - 1] * sizes[k] + sizes[k];
    return sum;
}
