using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Course.Tests.Charts;

public sealed class DrawingTests
{
    [Theory]
    [InlineData(0, 10, 5, "0 2 4 6 8 10")]
    [InlineData(-0.25, 0.25, 5, "−0.2 −0.1 0 0.1 0.2")]
    [InlineData(2500, 6500, 4, "3,000 4,000 5,000 6,000")]
    [InlineData(0, 3e7, 3, "0 1×10⁷ 2×10⁷ 3×10⁷")]
    [InlineData(0, 2e-7, 2, "0 1×10⁻⁷ 2×10⁻⁷")]
    public void Ticks_NumberAxis_AreRound(double low, double high, int most, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ticks.Of(new FittedAxis(new Axis(), (low, high)), most).Select(t => t.Text)));

    [Theory]
    [InlineData(-6, 0, "10⁻⁶ 10⁻⁵ 10⁻⁴ 0.001 0.01 0.1 1")]
    [InlineData(3, 6, "1,000 10,000 10⁵ 10⁶")]
    [InlineData(1.8, 3.01, "100 200 500 1,000")]
    [InlineData(-3.2, -2, "0.001 0.002 0.005 0.01")]
    [InlineData(1, 1.1, "10 11 12")]
    [InlineData(0.3, 1.95, "2 5 10 20 50")]
    public void Ticks_LogAxis_ArePowers(double low, double high, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ticks.Of(new FittedAxis(new Axis { Log = true }, (low, high)), 8).Select(t => t.Text)));

    [Fact]
    public void LogAxis_Interactive_HasTheMarksOfTheDrawing()
    {
        var axis = new FittedAxis(new Axis { Log = true }, (1.8, 3.01));
        var json = axis.ToPlotly();

        Assert.Equal(Ticks.Of(axis, 8).Select(mark => mark.Text), json["ticktext"]!.AsArray().Select(text => (string)text!));
        Assert.Equal([100.0, 200, 500, 1000], json["tickvals"]!.AsArray().Select(value => (double)value!));
    }

    [Fact]
    public void Epochs_AFew_AreMarkedWhole()
    {
        var (x, _) = ((PlotPanel)Chart.Line([1, 2, 3], [0.5, 0.25, 0.2], "loss").Frames[0][0]).FitAxes();

        Assert.Equal(["1", "2", "3"], Ticks.Of(x, 8).Select(mark => mark.Text));
        Assert.Equal(1, (int)x.ToPlotly()["dtick"]!);
    }

    [Fact]
    public void Numbers_BetweenWholeOnes_KeepTheirMarks()
    {
        var (x, _) = ((PlotPanel)Chart.Line([1, 2.5, 3], [0.5, 0.25, 0.2], "loss").Frames[0][0]).FitAxes();

        Assert.Contains("1.5", Ticks.Of(x, 8).Select(mark => mark.Text));
        Assert.Null(x.ToPlotly()["dtick"]);
    }

    [Fact]
    public void EqualUnits_OfACircle_DrawItRound()
    {
        var circle = Enumerable.Range(0, 41).Select(i => i * Math.PI / 20).ToArray();
        var panel = (PlotPanel)Chart.Line(circle.Select(Math.Cos), circle.Select(Math.Sin)).RangeX(-4, 4).RangeY(-1.5, 1.5).EqualUnits().Frames[0][0];
        var path = XDocument.Parse(panel.ToSvg()).Descendants().Last(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") == "none").Attribute("d")!.Value;
        var points = path.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' ')).Select(p => (X: double.Parse(p[0], CultureInfo.InvariantCulture), Y: double.Parse(p[1], CultureInfo.InvariantCulture))).ToArray();

        Assert.Equal(points.Max(p => p.X) - points.Min(p => p.X), points.Max(p => p.Y) - points.Min(p => p.Y), 0.3);
        Assert.Equal("x", (string?)panel.ToPlotly()["layout"]!["yaxis"]!["scaleanchor"]);
    }

    [Fact]
    public void ImageGrid_LongLabels_AreBrokenNotShrunk()
    {
        string[] labels = [.. Enumerable.Range(0, 10).Select(i => $"{i}, said 9 (100 %)")];
        var svg = XDocument.Parse(Chart.ImageGrid(Enumerable.Range(0, 10).Select(_ => new double[4]), 5, labels).Frames[0][0].ToSvg());
        var words = svg.Descendants().Where(e => e.Name.LocalName == "text").ToArray();

        Assert.Equal(20, words.Length);
        Assert.All(words, word => Assert.True((double)word.Attribute("font-size")! >= 12, word.ToString()));
    }

    [Fact]
    public void Regions_OfClasses_TakeAByteForEachPlace()
    {
        var z = ((PlotPanel)Specimens.All["regions by class"]().Frames[0][0]).Traces[0].ToPlotly()["z"]!;

        Assert.Equal(("u1", "20, 20"), ((string)z["dtype"]!, (string)z["shape"]!));
    }

    [Theory]
    [InlineData("-6", "−6")]
    [InlineData("h = -0.5", "h = −0.5")]
    [InlineData("1e-5", "1e-5")]
    [InlineData("2026-11-28", "2026-11-28")]
    [InlineData("top-5", "top-5")]
    public void Words_WithANegativeNumber_HaveATrueMinus(string words, string drawn) => Assert.Contains(
        drawn,
        XDocument.Parse(Chart.Graph([new("a", "a", words)], []).Frames[0][0].ToSvg()).Descendants().Select(e => e.Value));

    [Fact]
    public void Extent_OnlyGaps_IsNotEmpty()
    {
        var extent = new Extent(log: false);
        extent.Include([double.NaN, double.PositiveInfinity]);

        Assert.Equal((0, 1), extent.Range());
    }

    [Fact]
    public void Extent_LogAxis_LeavesOutWhatHasNoLogarithm()
    {
        var extent = new Extent(log: true);
        extent.Include([-1, 0]);
        extent.Edge(0.01);
        extent.Edge(100);

        Assert.Equal((-2, 2), extent.Range());
    }

    [Fact]
    public void Isolines_OfAPlane_LieOnIt()
    {
        double[] places = [0, 1, 2];
        var (x, y) = Isolines.Of(Grids.Sample((a, b) => a + b, (0, 2), (0, 2), 3), places, places, 1.5);

        Assert.NotEmpty(x);
        Assert.All(x.Zip(y).Where(p => !double.IsNaN(p.First)), p => Assert.Equal(1.5, p.First + p.Second, 12));
    }

    [Fact]
    public void Histogram_ValuesOnEdges_AreCountedOnce()
    {
        var counts = HistogramTrace.Of([0, 1, 2, 3, 4, double.NaN, 9], 4, (0, 4), null).Counts;

        Assert.Equal([1.0, 1, 1, 2], counts);
    }

    [Fact]
    public void Histogram_OneValue_HasABin() => Assert.Equal(3, HistogramTrace.Of([7, 7, 7], 5, null, null).Counts.Sum());

    [Fact]
    public void Box_Quartiles_AreInterpolatedAndOutliersKept()
    {
        var box = BoxTrace.Of("a", [1, 2, 3, 4, 100]);

        Assert.Equal([1.0, 2, 3, 4, 4], box.Five);
        Assert.Equal([100.0], box.Outliers);
    }

    [Fact]
    public void Png_Pixels_ComeBack()
    {
        var png = Png.Encode(3, 2, (x, y) => new Rgb((byte)x, (byte)y, 200));
        var at = Encoding.Latin1.GetString(png).IndexOf("IDAT", StringComparison.Ordinal);
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4));
        using var zlib = new ZLibStream(new MemoryStream(png, at + 4, length), CompressionMode.Decompress);
        var raw = new byte[2 * (1 + 9)];
        zlib.ReadExactly(raw);

        Assert.Equal((3, 2), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal([0, 0, 1, 200, 1, 1, 200, 2, 1, 200], raw[10..]);
    }

    [Fact]
    public void Png_EndChunk_HasTheKnownChecksum() =>
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], Png.Encode(1, 1, (_, _) => default)[^4..]);

    [Fact]
    public void ColorScale_Ends_AreTheStops()
    {
        Assert.Equal("#440154", ColorScale.Sequential.At(-1).ToString());
        Assert.Equal("#fde725", ColorScale.Sequential.At(2).ToString());
        Assert.Equal("#f7f7f7", ColorScale.Diverging.At(0.5).ToString());
    }

    [Fact]
    public void Series_UpToSixtyFour_DifferInColourOrShape() =>
        Assert.Equal(64, Enumerable.Range(0, 64).Select(i => (Palette.Color(i), Palette.Symbol(i))).Distinct().Count());

    [Fact]
    public void Symbols_EveryOne_IsAShapeOfItsOwn() =>
        Assert.Equal(8, Enumerable.Range(0, 8).Select(i => SvgSymbol.Path(Palette.Symbol(i), 0, 0, 4)).Distinct().Count());

    [Fact]
    public void ImageGrid_NotSquare_SaysTheSize() => Assert.Contains(
        "783",
        Assert.Throws<ArgumentException>(() => Chart.ImageGrid([new double[783]])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Confusion_NotSquare_SaysTheShape() => Assert.Contains(
        "[1, 2]",
        Assert.Throws<ArgumentException>(() => Chart.Confusion(new int[1, 2])).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"layout":{}}""")]
    public void FromJson_NoFigure_SaysWhatAFigureIs(string json) =>
        Assert.StartsWith("Chart.FromJson", Assert.Throws<ArgumentException>(() => Chart.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void ToPlotlyJson_OfAChart_IsReadBackAsTheSameChart()
    {
        var figure = Chart.Scatter([1.0, 2], [3.0, 4], groups: ["a", "b"]).Axes("x (mm)", "y").Title("Round trip");

        var back = Chart.FromJson(figure.ToPlotlyJson());

        Assert.Equal(figure.ToString(), back.ToString());
    }

    [Fact]
    public void ToPlotlyJson_OfAFigureWithOurInk_NamesAColour() =>
        Assert.All(Specimens.All.Values.Select(figure => figure()).Where(HasOnePlot), figure => Assert.DoesNotContain("course-", figure.ToPlotlyJson(), StringComparison.Ordinal));

    [Fact]
    public void ToPlotlyJson_OfTextsThatAreWordsForColours_KeepsThem()
    {
        var json = Chart.Bar(["ink", "paper"], [1, 2]).ToPlotlyJson();

        Assert.Contains("\"ink\"", json, StringComparison.Ordinal);
        Assert.Contains("\"paper\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grid", "2 panels")]
    [InlineData("graph", "drawing")]
    public void ToPlotlyJson_OfWhatPlotlyHasNoFormFor_SaysSo(string specimen, string word) =>
        Assert.Contains(word, Assert.Throws<InvalidOperationException>(Specimens.All[specimen]().ToPlotlyJson).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("foreign map", "<image")]
    [InlineData("foreign map", "here")]
    [InlineData("foreign bands", "<image")]
    [InlineData("foreign and strange", "A pie chart")]
    public void FromJson_OfAKnownOrUnknownKind_IsDrawnOrNamed(string specimen, string drawn) =>
        Assert.Contains(drawn, Specimens.All[specimen]().Frames[0][0].ToSvg(), StringComparison.Ordinal);

    [Theory]
    [InlineData("foreign slider", "Slider \"epoch\", 2 steps.")]
    [InlineData("foreign switch", "Slider \"frame\", 2 steps.")]
    public void FromJson_WithFramesOrASwitch_HasASliderOfOurs(string specimen, string words) =>
        Assert.Contains(words, Specimens.All[specimen]().ToString(), StringComparison.Ordinal);

    private static bool HasOnePlot(Figure figure) => figure.Frames[0] is [PlotPanel or JsonPanel];

    [Fact]
    public void Names_TooLongForOneRow_StandInTwo()
    {
        string[] recipes = ["dropout", "L2", "L1", "moved digits", "moved, dropout, L2", "early stopping"];
        var words = new HtmlOf(Chart.Bar(recipes, [1.0, 2, 3, 4, 5, 6]).Axes("recipe", "gain")).Stills.Single().Descendants().Where(e => e.Name.LocalName == "text" && recipes.Contains(e.Value)).ToArray();

        Assert.Equal(recipes, words.Select(word => word.Value));
        Assert.Equal(2, words.Select(word => word.Attribute("y")!.Value).Distinct().Count());
    }
}
