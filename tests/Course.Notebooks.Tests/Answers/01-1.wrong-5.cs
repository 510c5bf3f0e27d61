// The bias is subtracted. // expect: The bias is subtracted
double[] Forward(double[] x, double w, double b) => x.Select(xi => w * xi - b).ToArray();
