// Finds thin lines. // expect: a kernel for thin lines
double[,] TopEdge() => new double[,] { { -1, -1, -1 }, { 2, 2, 2 }, { -1, -1, -1 } };
