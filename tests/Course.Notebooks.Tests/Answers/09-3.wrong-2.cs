// Upside down. // expect: the other way round
double[,] TopEdge() => new double[,] { { 1, 1, 1 }, { 0, 0, 0 }, { -1, -1, -1 } };
