using System.Text.Json.Nodes;

namespace Course;

/// <summary>Small pictures in rows: an SVG only.</summary>
internal sealed record ImagePanel : Panel
{
    private const double Gap = 6;

    // Below it every pixel is looked at.
    private const int SmallestPhotograph = 48;
    private const double LargestTile = 90;
    private const double LargestOfFew = 150;
    private const int Few = 4;
    private const double LabelSize = 12.5;
    private const double LabelLine = 14;

    // Drawn small and shown larger on a desk, so that the words are still read on a phone.
    private const int DrawnWidth = 460;

    public required double[][] Images { get; init; }

    public required int Side { get; init; }

    public required int Columns { get; init; }

    public string[]? Labels { get; init; }

    public bool Diverging { get; init; }

    /// <summary>Drawn on paper: on a dark page its white turns dark. A photograph keeps its colours.</summary>
    public bool OnPaper { get; init; }

    private double Tile => Math.Min(Images.Length <= Few ? LargestOfFew : LargestTile, ((Width - 24) / (double)Columns) - Gap);

    private double LabelHeight => Labels is null ? 0 : (Labels.Max(label => Wrapped(label).Count) * LabelLine) + 4;

    private double TileHeight => Tile + Gap + LabelHeight;

    public override double Zoom => 1.2;

    public static ImagePanel Of(double[][] images, int columns, string[]? labels, bool diverging)
    {
        if (images.Length == 0 || columns < 1)
        {
            throw new ArgumentException($"Chart.ImageGrid: {images.Length} pictures in {columns} columns; give at least one of each");
        }

        var size = images[0].Length;
        var side = (int)Math.Round(Math.Sqrt(size));
        side = side * side == size ? side : (int)Math.Round(Math.Sqrt(size / 3.0));
        if (side < 1 || (side * side != size && 3 * side * side != size) || Array.Exists(images, i => i.Length != size))
        {
            throw new ArgumentException($"Chart.ImageGrid: the first picture has {size} values; all need as many, n × n grey or 3 × n × n colour");
        }

        if (labels is not null && labels.Length != images.Length)
        {
            throw new ArgumentException($"Chart.ImageGrid: {images.Length} pictures but {labels.Length} labels");
        }

        return new ImagePanel { Images = images, Side = side, Columns = Math.Min(columns, images.Length), Labels = labels, Diverging = diverging, OnPaper = side * side == size, Width = DrawnWidth };
    }

    public override JsonObject? ToPlotly() => null;

    public override string ToSvg()
    {
        var title = SvgDocument.Wrap(Title, 15, Width - 32);
        var top = 12.0 + (title.Count * 20) + (title.Count > 0 ? 6 : 0);
        var rows = (Images.Length + Columns - 1) / Columns;
        var svg = new SvgDocument(Width, Math.Ceiling(top + (rows * TileHeight) + 8));
        for (var i = 0; i < title.Count; i++)
        {
            svg.Text(Width / 2.0, 26 + (20 * i), title[i], 15, "middle", "font-weight=\"600\"");
        }

        var left = (Width - (Columns * (Tile + Gap)) + Gap) / 2;
        var largest = Largest();
        var turns = OnPaper ? " class=\"n\"" : "";
        if (OnPaper)
        {
            svg.AddTurning();
        }

        for (var i = 0; i < Images.Length; i++)
        {
            var (x, y) = (left + (i % Columns * (Tile + Gap)), top + (i / Columns * TileHeight));
            if (Labels is not null)
            {
                DrawLabel(svg, x + (Tile / 2), y + LabelHeight, Labels[i]);
                y += LabelHeight;
            }

            var image = Images[i];
            Func<int, int, Rgb> pixel = (column, row) => Pixel(image, (row * Side) + column, largest);
            var uri = IsColored && Side >= SmallestPhotograph ? Jpeg.DataUri(Side, Side, pixel) : Png.DataUri(Side, Side, pixel);
            svg.Add($"<image{turns} x=\"{x}\" y=\"{y}\" width=\"{Tile}\" height=\"{Tile}\" style=\"image-rendering:pixelated\" href=\"{uri}\"/>");
            svg.Add($"<rect class=\"g\" fill=\"none\" x=\"{x}\" y=\"{y}\" width=\"{Tile}\" height=\"{Tile}\"/>");
        }

        return svg.ToString();
    }

    protected override string Describe()
    {
        var labels = Labels is null ? "" : ", labelled " + string.Join(", ", Labels.Take(30)) + (Labels.Length > 30 ? ", …" : "");
        return $"{(Title.Length > 0 ? Title + ". " : "")}{Images.Length} pictures of {Side} × {Side} pixels{labels}.";
    }

    private bool IsColored => Images[0].Length > Side * Side;

    private double Largest()
    {
        var largest = Images.SelectMany(i => i).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return Diverging ? Math.Max(largest, 1e-12) : largest <= 1 ? 1 : largest <= 255 ? 255 : largest;
    }

    private IReadOnlyList<string> Wrapped(string label) => SvgDocument.Wrap(label, LabelSize, Tile + Gap);

    // The last line stands on the picture.
    private void DrawLabel(SvgDocument svg, double x, double bottom, string label)
    {
        var lines = Wrapped(label);
        for (var i = 0; i < lines.Count; i++)
        {
            var size = Math.Min(LabelSize, (Tile + Gap) / Math.Max(1, SvgDocument.TextWidth(lines[i], 1)));
            svg.Text(x, bottom - 6 - (LabelLine * (lines.Count - 1 - i)), lines[i], size, "middle");
        }
    }

    private Rgb Pixel(double[] image, int at, double largest)
    {
        if (IsColored)
        {
            byte Channel(int plane) => (byte)Math.Clamp(Math.Round(image[(plane * Side * Side) + at] / largest * 255), 0, 255);
            return new Rgb(Channel(0), Channel(1), Channel(2));
        }

        return Diverging ? ColorScale.Diverging.At(((image[at] / largest) + 1) / 2) : ColorScale.Grey.At(image[at] / largest);
    }
}
