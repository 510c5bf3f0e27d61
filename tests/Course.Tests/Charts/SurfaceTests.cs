using System.Xml.Linq;

namespace Course.Tests.Charts;

public sealed class SurfaceTests
{
    private static readonly double[] Three = [0, 1, 2];
    private static readonly double[] Two = [10, 20];

    [Fact]
    public void Surface_Function_FillsRowsAlongY()
    {
        var panel = Panel(Chart.Surface((x, y) => x + y, Three, Two));

        Assert.Equal(new double[,] { { 10, 11, 12 }, { 20, 21, 22 } }, panel.Z);
    }

    [Fact]
    public void Surface_SizesDiffer_ShowsBoth()
    {
        var e = Assert.Throws<ArgumentException>(() => Chart.Surface(new double[3, 2], Three, Two));

        Assert.Contains("z is (3, 2) with 2 ys and 3 xs", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_Grid_DrawsOnePatchForEachCell()
    {
        var svg = XDocument.Parse(Panel(Chart.Surface((x, y) => x * y, Three, Two)).ToSvg());

        Assert.Equal(2, svg.Descendants().Count(element => element.Attribute("fill")?.Value.StartsWith('#') == true));
    }

    [Fact]
    public void ToSvg_Hole_LeavesThePatchesAroundItOut()
    {
        var svg = Panel(Chart.Surface(new double[,] { { double.NaN, 1, 2 }, { 1, 2, 3 } }, Three, Two)).ToSvg();

        Assert.Single(XDocument.Parse(svg).Descendants(), element => element.Attribute("fill")?.Value.StartsWith('#') == true);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_FineGrid_IsThinned()
    {
        var fine = Enumerable.Range(0, 200).Select(i => (double)i).ToArray();

        Assert.InRange(Panel(Chart.Surface((x, y) => x - y, fine, fine)).ToSvg().Length, 1, 200_000);
    }

    [Fact]
    public void ToString_Titles_AreSaid()
    {
        var text = Chart.Surface((x, y) => x + y, Three, Two).Axes("w", "b", "MSE").Title("The bowl").ToString();

        Assert.Equal("The bowl. Surface of MSE from 10 to 22 over w, 0 to 2, and b, 10 to 20.", text);
    }

    [Fact]
    public void Axes_ThreeOnAFlatFigure_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Chart.Line([1.0, 2.0]).Axes("x", "y", "z"));

    private static SurfacePanel Panel(Figure figure) => (SurfacePanel)figure.Frames[0][0];
}
