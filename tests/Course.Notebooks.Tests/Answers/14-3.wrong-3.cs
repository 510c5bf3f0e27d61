// Only as many rows as there were look-ups. // expect: one for each row of the table
Tensor TableSlopes(Tensor tokens, Tensor slopes, long rows)
{
    return slopes.clone();
}
