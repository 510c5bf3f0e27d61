// Answers to ink, not to edges. // expect: They have to add up to 0
double[,] TopEdge() => new double[,] { { 0, 0, 0 }, { 0, 0, 0 }, { 1, 1, 1 } };
