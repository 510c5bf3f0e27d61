long CountParameters(long v, long context, int layers, long width)
{
    long matrices = 3 * width * width + width * width + 2 * 4 * width * width;
    long biases = 3 * width + width + 4 * width + width;
    long block = matrices + biases + 2 * 2 * width;   // two norms
    return v * width + context * width + layers * block + 2 * width + width * v;
}
