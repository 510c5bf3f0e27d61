// w and b have changed places. // expect: changed places
(double w, double b) MyLine()
{
    return (-5800, 49.7);
}
