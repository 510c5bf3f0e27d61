// The result is the longer shape. // expect: a size 1 in it stretches
long[] Broadcast(long[] a, long[] b) => a.Length >= b.Length ? a : b;
