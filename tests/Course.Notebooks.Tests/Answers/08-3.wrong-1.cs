// Forgets the biases. // expect: The biases are missing
long Parameters(int[] sizes) => sizes.Zip(sizes[1..], (n, m) => (long)n * m).Sum();
