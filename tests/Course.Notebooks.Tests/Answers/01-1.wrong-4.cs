// The first five only: as many as the first case has. // expect: Only the first five
double[] Forward(double[] x, double w, double b) => x.Take(5).Select(xi => w * xi + b).ToArray();
