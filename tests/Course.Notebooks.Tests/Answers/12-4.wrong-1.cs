// Only the way on which sums are made. // expect: A worker sends twice
long RingBytes(int workers, long numbers) => (workers - 1) * (numbers / workers) * 4;
