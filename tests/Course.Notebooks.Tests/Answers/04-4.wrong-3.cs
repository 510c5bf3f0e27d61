// The right outputs, copied down in place of learnt. // expect: Without a step, nothing can be learnt
double[] Xor(int seed, int steps)
{
    return [0.02, 0.98, 0.98, 0.02];
}
