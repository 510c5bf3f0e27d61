(double lr, double beta) MyMomentum()
{
    return (lr: 4.0 / 121, beta: Math.Pow(9.0 / 11, 2));
}
