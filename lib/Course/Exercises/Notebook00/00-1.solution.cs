double ToKilograms(double grams)
{
    return grams / 1000;
}
