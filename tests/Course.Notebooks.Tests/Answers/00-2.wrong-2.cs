// The arguments in another order. // expect: arguments in another order
int Epochs()
{
    return Tier.Pick(30, 5, 2);
}
