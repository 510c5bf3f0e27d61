// Rounds up. // expect: round down
int SizeOfMap(int size, int kernel, int stride, int padding) =>
    (int)Math.Ceiling((size + 2.0 * padding - kernel) / stride) + 1;
