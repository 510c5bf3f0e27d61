// The first guess: its height is wrong. // expect: too low: move `b`
(double w, double b) MyLine()
{
    return (40, -4000);
}
