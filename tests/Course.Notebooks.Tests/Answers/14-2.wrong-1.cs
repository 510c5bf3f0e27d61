// A plain mean over all places. // expect: Padding is averaged in
Tensor MeanLogits(Embedding table, Linear head, Tensor tokens)
{
    return head.call(table.call(tokens).mean([1]));
}
