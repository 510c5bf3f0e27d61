// Forgets the stride when it looks for the pixel. // expect: they lie next to each other
double[,] Conv(double[,] image, double[,] kernel, int stride, int padding)
{
    int rows = (image.GetLength(0) + 2 * padding - kernel.GetLength(0)) / stride + 1;
    int columns = (image.GetLength(1) + 2 * padding - kernel.GetLength(1)) / stride + 1;
    double[,] map = new double[rows, columns];
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
            for (int i = 0; i < kernel.GetLength(0); i++)
                for (int j = 0; j < kernel.GetLength(1); j++)
                {
                    int row = r + i - padding, column = c + j - padding;
                    if (row >= 0 && row < image.GetLength(0)
                        && column >= 0 && column < image.GetLength(1))
                        map[r, c] += kernel[i, j] * image[row, column];
                }
    return map;
}
