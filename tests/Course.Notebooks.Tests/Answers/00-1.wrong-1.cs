// Multiplies instead of dividing. // expect: You multiplied by 1,000
double ToKilograms(double grams)
{
    return grams * 1000;
}
