(double w, double b) MyLine()
{
    return (w: 50, b: -5843);
}
