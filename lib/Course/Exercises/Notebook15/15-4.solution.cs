double BlindAtBest(int letters, int length)
{
    int seen = length % 2;   // in the middle of an odd string, a letter stays where it is
    return 100.0 * (seen + (length - seen) / (double)letters) / length;
}
