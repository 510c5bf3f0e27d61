// Counts steps, not places. // expect: places are one more than steps
int SizeOfMap(int size, int kernel, int stride, int padding) =>
    (size + 2 * padding - kernel) / stride;
