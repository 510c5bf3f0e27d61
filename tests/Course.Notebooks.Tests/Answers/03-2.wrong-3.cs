// Too large a rate. // expect: It blows up
(double lr, double beta) MyMomentum()
{
    return (0.05, 0.1);
}
