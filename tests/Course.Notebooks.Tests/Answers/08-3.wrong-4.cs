// The biases of the wrong layers. // expect: the layer that follows
long Parameters(int[] sizes) => sizes.Zip(sizes[1..], (n, m) => (long)n * m + n).Sum();
