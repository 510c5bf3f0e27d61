// N rounds each time. // expect: N − 1 rounds each time
long RingBytes(int workers, long numbers) => 2 * workers * (numbers / workers) * 4;
