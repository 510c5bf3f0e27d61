// Gives the inputs biases, too. // expect: The inputs have no biases
long Parameters(int[] sizes) => sizes.Zip(sizes[1..], (n, m) => (long)n * m + m).Sum() + sizes[0];
