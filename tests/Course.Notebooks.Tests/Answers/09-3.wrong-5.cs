// A single column. // expect: Three rows of three weights
double[,] TopEdge() => new double[,] { { -1 }, { 0 }, { 1 } };
