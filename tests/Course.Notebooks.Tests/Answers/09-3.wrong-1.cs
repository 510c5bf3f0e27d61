// The kernel of the text, which answers to upright edges. // expect: An upright edge makes it answer
double[,] TopEdge() => new double[,] { { -1, 0, 1 }, { -1, 0, 1 }, { -1, 0, 1 } };
