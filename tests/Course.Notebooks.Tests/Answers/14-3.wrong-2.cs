// A mean for each row. // expect: those of several uses add up
Tensor TableSlopes(Tensor tokens, Tensor slopes, long rows)
{
    Tensor sums = zeros(rows, slopes.shape[1], slopes.dtype).index_add(0, tokens, slopes, 1);
    Tensor uses = zeros(rows, slopes.dtype)
        .index_add(0, tokens, ones(tokens.shape[0], slopes.dtype), 1).clamp_min(1);
    return sums / uses.unsqueeze(1);
}
