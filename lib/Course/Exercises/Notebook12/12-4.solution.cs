long RingBytes(int workers, long numbers)
{
    return 2 * (workers - 1) * (numbers / workers) * 4;
}
