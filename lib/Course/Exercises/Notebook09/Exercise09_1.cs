using static TorchSharp.torch;

namespace Course;

using ConvAnswer = Func<double[,], double[,], int, int, double[,]>;

/// <summary>A convolution in loops, with stride and padding.</summary>
internal sealed class Exercise09_1 : Exercise<ConvAnswer>
{
    private const double Near = 1e-12;

    public override string Title => "stride and padding";

    public override IReadOnlyList<string> Hints =>
    [
        "Begin with `Slide`. Two things change: how many places there are, and which pixel lies under weight (i, j) when the pattern stands at place (r, c).",
        "Under weight (i, j) at place (r, c) lies the pixel in row `r * stride + i - padding`, and the column likewise. A row or column outside the image is padding: it adds nothing. Along an axis there are `(size + 2 * padding - kernel) / stride + 1` places.",
        "`int row = r * stride + i - padding, column = c * stride + j - padding;` and then, if `row >= 0 && row < image.GetLength(0)` and the column likewise: `map[r, c] += kernel[i, j] * image[row, column];`",
    ];

    protected override void Examine(ConvAnswer conv, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var job in (ReadOnlySpan<Job>)[
            new(5, 5, 3, 3), new(6, 9, 3, 2), new(5, 5, 3, 3, Padding: 1), new(7, 7, 3, 3, Stride: 2), new(4, 7, 1, 4, 1, 2), new(8, 6, 3, 4, 3, 1),
            new(9, 7, 3, 5, 2, 2), new(2, 3, 3, 3, 2, 1), new(3, 4, 3, 4), new(28, 28, 5, 5, 3, 2)])
        {
            exam.Compare(job.Name, () => conv(job.Image, job.Kernel, job.Stride, job.Padding), job.ByLibrary(), new Tolerance(Near, Near), job.Slips());
        }
    }

    private sealed record Job(int Rows, int Columns, int KernelRows, int KernelColumns, int Stride = 1, int Padding = 0)
    {
        public string Name => $"an image of {Rows} × {Columns}, a kernel of {KernelRows} × {KernelColumns}, stride {Stride}, padding {Padding}";

        // No two numbers are alike, so that a wrong place shows.
        public double[,] Image { get; } = Fill(Rows, Columns, (r, c) => Math.Sin(1 + (3 * r) + (7.3 * c)));

        public double[,] Kernel { get; } = Fill(KernelRows, KernelColumns, (i, j) => Math.Cos(2 + (5 * i) + (1.7 * j)));

        public double[,] ByLibrary()
        {
            var image = tensor(Image).reshape(1, 1, Rows, Columns);
            var map = nn.functional.conv2d(image, tensor(Kernel).reshape(1, 1, KernelRows, KernelColumns), strides: [Stride, Stride], padding: [Padding, Padding]);
            var values = map.data<double>().ToArray();
            return Fill((int)map.shape[2], (int)map.shape[3], (r, c) => values[(r * map.shape[3]) + c]);
        }

        public Suspect[] Slips()
        {
            var (rows, columns) = (Size(Rows, KernelRows), Size(Columns, KernelColumns));
            return
            [
                new(Slide(Size(Rows, KernelRows, stride: 1), Size(Columns, KernelColumns, stride: 1), (r, i) => r + i - Padding), "The stride is missing: from place to place the pattern moves by `stride` pixels."),
                new(Slide(rows, columns, (r, i) => r + i - Padding), "There are as many places as wanted, but they lie next to each other: place r begins at `r * stride`."),
                new(Slide(Size(Rows, KernelRows, padding: 0), Size(Columns, KernelColumns, padding: 0), (r, i) => (r * Stride) + i), "The padding is missing: the image grows by `padding` on each of its four sides."),
                new(Slide(Size(Rows, KernelRows, padding: Padding / 2.0), Size(Columns, KernelColumns, padding: Padding / 2.0), (r, i) => (r * Stride) + i - Padding), "Padding stands on both sides of an axis: add it twice."),
                new(Slide(rows, columns, (r, i) => (r * Stride) + i), "All padding stands at the bottom and on the right: the first place begins at −padding."),
                new(Slide(rows, columns, (r, i) => (r * Stride) + i + Padding), "The first place begins at −padding: subtract it."),
                new(Slide(rows, columns, Place, weight: (i, j) => Kernel[KernelRows - 1 - i, KernelColumns - 1 - j]), "The kernel is turned round. Mathematicians do so; libraries for networks lay it on as it is."),
                new(Slide(rows, columns, Place, weight: (_, _) => 1), "The pixels are added up, each without its weight."),
                new(Slide(rows, columns, Place, weight: (i, j) => i == KernelRows - 1 && j == KernelColumns - 1 ? Kernel[i, j] : 0), "Only the last product is left: add up, `map[r, c] += …`."),
                new(Slide(rows, columns, Place, weight: (i, j) => i == 0 ? 0 : Kernel[i, j]), "The kernel's first row is left out: begin at 0."),
                new(Slide(rows, columns, Place, weight: (i, j) => j == 0 ? 0 : Kernel[i, j]), "The kernel's first column is left out: begin at 0."),
                new(Slide(rows, columns, Place, keeps: (r, _) => r > 0), "The first row of the result is empty: begin at 0."),
                new(Slide(rows, columns, Place, keeps: (_, c) => c > 0), "The first column of the result is empty: begin at 0."),
                new(Slide(rows, columns, Place, sees: (row, _) => row > 0), "The image's first row, 0, is taken for padding."),
                new(Slide(rows, columns, Place, sees: (_, column) => column > 0), "The image's first column, 0, is taken for padding."),
                new(Slide(rows - 1, columns - 1, Place), "A place is missing at the end of each axis: the first one counts too, + 1."),
                new(Slide(rows - 1, columns, Place), "A row of places is missing at the end: the first one counts too, + 1."),
                new(Slide(rows, columns - 1, Place), "A column of places is missing at the end: the first one counts too, + 1."),
                new(Slide(rows + 1, columns, Place), "There is a row too many: it hangs out at the bottom."),
                new(Slide(rows, columns + 1, Place), "There is a column too many: it hangs out on the right."),
                new(Transposed(Slide(rows, columns, Place)), "Rows and columns are swapped."),
            ];
        }

        private int Place(int at, int weight) => (at * Stride) + weight - Padding;

        private int Size(int size, int kernel, int? stride = null, double? padding = null) =>
            (int)Math.Max(0, ((size + (2 * (padding ?? Padding)) - kernel) / (stride ?? Stride)) + 1);

        private double[,] Slide(
            int rows, int columns, Func<int, int, int> place, Func<int, int, double>? weight = null, Func<int, int, bool>? keeps = null, Func<int, int, bool>? sees = null) =>
            Fill(Math.Max(0, rows), Math.Max(0, columns), (r, c) => keeps?.Invoke(r, c) == false ? 0 : (
                from i in Enumerable.Range(0, KernelRows)
                from j in Enumerable.Range(0, KernelColumns)
                let row = place(r, i)
                let column = place(c, j)
                where row >= 0 && row < Rows && column >= 0 && column < Columns && sees?.Invoke(row, column) != false
                select (weight?.Invoke(i, j) ?? Kernel[i, j]) * Image[row, column]).Sum());

        private static double[,] Transposed(double[,] map) => Fill(map.GetLength(1), map.GetLength(0), (r, c) => map[c, r]);

        private static double[,] Fill(int rows, int columns, Func<int, int, double> value)
        {
            var filled = new double[rows, columns];
            for (var k = 0; k < filled.Length; k++)
            {
                filled[k / columns, k % columns] = value(k / columns, k % columns);
            }

            return filled;
        }
    }
}
