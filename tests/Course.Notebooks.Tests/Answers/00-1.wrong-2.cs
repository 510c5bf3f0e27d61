// Gives the grams back. // expect: still in grams
double ToKilograms(double grams)
{
    return grams;
}
