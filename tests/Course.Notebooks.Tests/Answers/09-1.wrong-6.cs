// Slides without stride and padding, as in the text. // expect: padding is missing
double[,] Conv(double[,] image, double[,] kernel, int stride, int padding)
{
    int rows = (image.GetLength(0) - kernel.GetLength(0)) / stride + 1;
    int columns = (image.GetLength(1) - kernel.GetLength(1)) / stride + 1;
    double[,] map = new double[rows, columns];
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
            for (int i = 0; i < kernel.GetLength(0); i++)
                for (int j = 0; j < kernel.GetLength(1); j++)
                    map[r, c] += kernel[i, j] * image[r * stride + i, c * stride + j];
    return map;
}
