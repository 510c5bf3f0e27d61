// A share, no percentage. // expect: percent are wanted
double BlindAtBest(int letters, int length)
{
    return (length % 2 + (length - length % 2) / (double)letters) / length;
}
