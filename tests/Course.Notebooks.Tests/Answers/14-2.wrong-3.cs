// Trusts that the row of the padding is 0. // expect: still in the sum
Tensor MeanLogits(Embedding table, Linear head, Tensor tokens)
{
    Tensor real = tokens.ne(0).sum(dim: 1, keepdim: true);
    return head.call(table.call(tokens).sum(1) / real);
}
