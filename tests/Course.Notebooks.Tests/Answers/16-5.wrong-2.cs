// The head is forgotten. // expect: The vocabulary counts twice
long CountParameters(long v, long context, int layers, long width)
{
    return v * width + context * width + layers * (12 * width * width + 13 * width) + 2 * width;
}
