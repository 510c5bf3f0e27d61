using System.Numerics;

namespace Course;

public static partial class Chart
{
    /// <summary>A surface in space that the reader can turn.</summary>
    /// <param name="z">[row along y, column along x], at least 2 × 2.</param>
    /// <param name="x">Place of each column, evenly spaced.</param>
    /// <param name="y">Place of each row, evenly spaced.</param>
    /// <exception cref="ArgumentException">Too small, or lengths that do not match.</exception>
    public static Figure Surface(double[,] z, IEnumerable<double> x, IEnumerable<double> y)
    {
        var (placesX, placesY) = Grids.Places(z, x, y);
        return z.GetLength(0) < 2 || z.GetLength(1) < 2
            ? throw new ArgumentException($"Chart.Surface: {z.GetLength(0)} × {z.GetLength(1)} values; it takes at least 2 × 2")
            : new Figure(new SpacePanel { Z = z, X = placesX, Y = placesY, Height = SpacePanel.Tall });
    }

    /// <summary>The surface of a function over a plane.</summary>
    /// <param name="f">Called with x and y at each grid point.</param>
    /// <param name="x">Least and greatest x.</param>
    /// <param name="y">Least and greatest y.</param>
    /// <param name="steps">Grid points along each side.</param>
    public static Figure Surface(Func<double, double, double> f, (double Low, double High) x, (double Low, double High) y, int steps = 41) =>
        Surface(Grids.Sample(f, x, y, steps), Grids.Even(x, steps), Grids.Even(y, steps));

    /// <summary>Small pictures in rows: digits, weights, feature maps.</summary>
    /// <param name="images">Each the pixels of a square picture, row by row from the top; three times as many values are a red, a green and a blue plane.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="labels">Written above each picture.</param>
    /// <param name="diverging">Values around zero: blue below, white at zero, vermillion above; one scale for all pictures. Else 0 is white and the largest value, at least 1, is black.</param>
    /// <exception cref="ArgumentException">No pictures, pictures of different size or not square, or a wrong number of labels.</exception>
    public static Figure ImageGrid<T>(IEnumerable<IEnumerable<T>> images, int columns = 10, IEnumerable<string>? labels = null, bool diverging = false)
        where T : INumberBase<T> =>
        new(ImagePanel.Of([.. images.Select(Figure.ToDoubles)], columns, labels?.ToArray(), diverging));

    /// <summary>Handwritten digits in rows, each with its label.</summary>
    /// <param name="digits">All are shown: take a few first.</param>
    /// <param name="columns">Pictures in a row.</param>
    public static Figure ImageGrid(Digits digits, int columns = 10) => ImageGrid(
        Enumerable.Range(0, digits.Count).Select(digits.Vector),
        columns,
        digits.Labels.Select(label => Numbers.Text(label)));

    /// <summary>What in a picture speaks for an answer and what against it: vermillion and blue over the picture's own grey ink.</summary>
    /// <param name="image">The pixels of a square picture, row by row from the top; 0 is paper, 1 is ink.</param>
    /// <param name="maps">Each a value for each pixel, or for each of n × n patches of equal size, row by row; above 0 it speaks for the answer. Each map has a scale of its own.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="labels">Written above each picture.</param>
    /// <exception cref="ArgumentException">No maps, a picture or a map that is not square, patches that do not divide the picture, or a wrong number of labels.</exception>
    public static Figure Overlay<TImage, TMap>(IEnumerable<TImage> image, IEnumerable<IEnumerable<TMap>> maps, int columns = 4, IEnumerable<string>? labels = null)
        where TImage : INumberBase<TImage>
        where TMap : INumberBase<TMap>
    {
        var grey = Figure.ToDoubles(image);
        return new(ImagePanel.Of([.. maps.Select(map => OverlayPixels.Of(grey, Figure.ToDoubles(map)))], columns, labels?.ToArray(), diverging: false) with { OnPaper = true });
    }

    /// <summary>Any Plotly figure, such as one made with Plotly.NET.</summary>
    /// <param name="json">An object with <c>data</c>, an array of traces, and perhaps <c>layout</c> and <c>frames</c>.</param>
    /// <exception cref="ArgumentException">Not JSON, or no <c>data</c> in it.</exception>
    public static Figure FromJson(string json) => JsonFrames.Read(JsonPanel.Parse(json));
}
