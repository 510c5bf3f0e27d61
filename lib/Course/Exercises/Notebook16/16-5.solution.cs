long CountParameters(long v, long context, int layers, long width)
{
    long block = 12 * width * width + 13 * width;   // four matrices, their biases, two norms
    return 2 * v * width + context * width + layers * block + 2 * width;
}
