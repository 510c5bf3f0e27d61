// Splits files, not pictures. // expect: Copies of one picture are on both sides
(int[] train, int[] test) Part(byte[][] files, int[] labels, int seed) =>
    Split.Stratified(labels, testFraction: 0.2, seed);
