Tensor TableSlopes(Tensor tokens, Tensor slopes, long rows)
{
    Tensor table = zeros(rows, slopes.shape[1], slopes.dtype);
    for (long i = 0; i < tokens.shape[0]; i++)
        table[tokens[i]] = table[tokens[i]] + slopes[i];
    return table;
}
