// Always float32. // expect: of the inputs' type
Tensor TableSlopes(Tensor tokens, Tensor slopes, long rows)
{
    Tensor table = zeros(rows, slopes.shape[1]);
    for (long i = 0; i < tokens.shape[0]; i++)
        table[tokens[i]] = table[tokens[i]] + slopes[i].to(float32);
    return table;
}
