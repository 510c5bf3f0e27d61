// Numbers, not bytes. // expect: each takes 4 bytes
long RingBytes(int workers, long numbers) => 2 * (workers - 1) * (numbers / workers);
