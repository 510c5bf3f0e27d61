namespace Course;

public static partial class Chart
{
    /// <summary>One coloured cell for each value.</summary>
    /// <param name="z">[row along y, column along x]; NaN leaves a cell empty.</param>
    /// <param name="x">Middle of each column, evenly spaced; 0, 1, … when not given.</param>
    /// <param name="y">Middle of each row, evenly spaced; 0, 1, … when not given.</param>
    /// <param name="diverging">Colours that part at zero: blue below, vermillion above.</param>
    /// <exception cref="ArgumentException">Empty, or lengths that do not match.</exception>
    public static Figure HeatMap(double[,] z, IEnumerable<double>? x = null, IEnumerable<double>? y = null, bool diverging = false)
    {
        var (placesX, placesY) = Grids.Places(z, x, y);
        return Empty.Add(new HeatMapTrace
        {
            Z = z,
            X = placesX,
            Y = placesY,
            Scale = diverging ? ColorScale.Diverging : ColorScale.Sequential,
            Range = diverging ? Grids.Symmetric(ColorRange.Flat(z)) : null,
        });
    }

    /// <summary>One coloured cell for each value, rows and columns named; the first row is at the top.</summary>
    /// <param name="z">[row, column]; NaN leaves a cell empty.</param>
    /// <param name="columns">A name for each column.</param>
    /// <param name="rows">A name for each row.</param>
    /// <exception cref="ArgumentException">Empty, or lengths that do not match.</exception>
    public static Figure HeatMap(double[,] z, IEnumerable<string> columns, IEnumerable<string> rows)
    {
        string[] namesX = [.. columns], namesY = [.. rows];
        var (placesX, placesY) = Grids.Places(z, Enumerable.Range(0, namesX.Length).Select(i => (double)i), Enumerable.Range(0, namesY.Length).Select(i => (double)i));
        return Empty.Add(new HeatMapTrace { Z = z, X = placesX, Y = placesY, NamesX = Grids.Unique(namesX), NamesY = Grids.Unique(namesY) }).FlipY();
    }

    /// <summary>Bands of equal height over a plane.</summary>
    /// <param name="z">[row along y, column along x], at least 2 × 2.</param>
    /// <param name="x">Place of each column, evenly spaced.</param>
    /// <param name="y">Place of each row, evenly spaced.</param>
    /// <exception cref="ArgumentException">Too small, or lengths that do not match.</exception>
    public static Figure Contour(double[,] z, IEnumerable<double> x, IEnumerable<double> y)
    {
        var (placesX, placesY) = Grids.Places(z, x, y);
        return z.GetLength(0) < 2 || z.GetLength(1) < 2
            ? throw new ArgumentException($"Chart.Contour: {z.GetLength(0)} × {z.GetLength(1)} values; it takes at least 2 × 2")
            : Empty.Add(new ContourTrace { Z = z, X = placesX, Y = placesY });
    }

    /// <summary>Bands of equal height of a function over a plane.</summary>
    /// <param name="f">Called with x and y at each grid point.</param>
    /// <param name="x">Least and greatest x.</param>
    /// <param name="y">Least and greatest y.</param>
    /// <param name="steps">Grid points along each side.</param>
    public static Figure Contour(Func<double, double, double> f, (double Low, double High) x, (double Low, double High) y, int steps = 61) =>
        Contour(Grids.Sample(f, x, y, steps), Grids.Even(x, steps), Grids.Even(y, steps));

    /// <summary>A confusion matrix: true classes down, predicted classes across, colours by share of the row.</summary>
    /// <param name="counts">[true class, predicted class].</param>
    /// <param name="names">One for each class; 0, 1, … when not given.</param>
    /// <exception cref="ArgumentException">Not square, or as many names as classes are missing.</exception>
    public static Figure Confusion(int[,] counts, IEnumerable<string>? names = null) => ConfusionFigure.Of(counts, names?.ToArray());

    /// <summary>How a two-class model divides a plane: colours by score, a line where it is zero.</summary>
    /// <param name="score">Above 0: the second class.</param>
    /// <param name="x">Least and greatest x.</param>
    /// <param name="y">Least and greatest y.</param>
    /// <param name="points">Data points (x, y) to draw on top.</param>
    /// <param name="labels">Class of each point, any two integers.</param>
    /// <param name="steps">Grid points along each side.</param>
    /// <exception cref="ArgumentException">Points and labels differ in number.</exception>
    public static Figure DecisionRegions(
        Func<double, double, double> score, (double Low, double High) x, (double Low, double High) y, IReadOnlyList<double[]> points, IReadOnlyList<int> labels, int steps = 60) =>
        RegionsFigure.OfScore(Grids.Sample(score, x, y, steps), Grids.Even(x, steps), Grids.Even(y, steps), points, labels);

    /// <summary>How a model of several classes divides a plane.</summary>
    /// <param name="predict">The class at a point, 0 … k − 1.</param>
    /// <param name="x">Least and greatest x.</param>
    /// <param name="y">Least and greatest y.</param>
    /// <param name="points">Data points (x, y) to draw on top.</param>
    /// <param name="labels">Class of each point, 0 … k − 1.</param>
    /// <param name="names">Of the classes, for the legend.</param>
    /// <param name="steps">Grid points along each side.</param>
    /// <exception cref="ArgumentException">Points and labels differ in number.</exception>
    public static Figure DecisionRegions(
        Func<double, double, int> predict, (double Low, double High) x, (double Low, double High) y, IReadOnlyList<double[]> points, IReadOnlyList<int> labels, IReadOnlyList<string>? names = null, int steps = 120) =>
        RegionsFigure.OfClass(Grids.Sample((a, b) => predict(a, b), x, y, steps), Grids.Even(x, steps), Grids.Even(y, steps), points, labels, names);
}
