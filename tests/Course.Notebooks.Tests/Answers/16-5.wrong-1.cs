// The biases in the blocks are forgotten. // expect: biases of the four `Linear`
long CountParameters(long v, long context, int layers, long width)
{
    return 2 * v * width + context * width + layers * (12 * width * width + 4 * width) + 2 * width;
}
