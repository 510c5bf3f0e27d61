// Knows nothing of strides. // expect: The stride is missing
int SizeOfMap(int size, int kernel, int stride, int padding) =>
    size + 2 * padding - kernel + 1;
