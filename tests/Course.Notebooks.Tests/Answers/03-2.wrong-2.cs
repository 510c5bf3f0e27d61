// Too much memory. // expect: rolls through the bottom
(double lr, double beta) MyMomentum()
{
    return (0.0198, 0.97);
}
