// Whole slopes in each round. // expect: one *piece*
long RingBytes(int workers, long numbers) => 2 * (workers - 1) * numbers * 4;
