// Whole numbers lose the guesses. // expect: Whole numbers divide
double BlindAtBest(int letters, int length)
{
    return 100.0 * (length % 2 + 1 / letters) / length;
}
