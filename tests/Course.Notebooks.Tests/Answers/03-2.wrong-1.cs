// No memory: plain descent. // expect: nearly plain descent
(double lr, double beta) MyMomentum()
{
    return (0.0198, 0);
}
