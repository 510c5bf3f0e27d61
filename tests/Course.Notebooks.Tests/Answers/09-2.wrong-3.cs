// Pads one end. // expect: both ends
int SizeOfMap(int size, int kernel, int stride, int padding) =>
    (size + padding - kernel) / stride + 1;
