using System.Text.Json.Nodes;

namespace Course.Tests.Charts;

public sealed class FigureTests
{
    [Fact]
    public void Add_ToAFigure_LeavesTheOriginal()
    {
        var one = Chart.Line([1.0, 2]);
        _ = one.Line([2.0, 3]).Title("two").LogY();

        Assert.Single(Json(one)["data"]!.AsArray());
        Assert.Equal("", (string?)Json(one)["layout"]!["title"]!["text"]);
    }

    [Fact]
    public void Scatter_Groups_ComeInOrderWithColourAndShape()
    {
        var data = Json(Chart.Scatter([1, 2, 3], [1f, 2f, 3f], groups: ["b", "B", "a"]))["data"]!.AsArray();

        Assert.Equal(["B", "a", "b"], data.Select(t => (string)t!["name"]!));
        Assert.Equal(3, data.Select(t => (string)t!["marker"]!["color"]!).Distinct().Count());
        Assert.Equal(3, data.Select(t => (string)t!["marker"]!["symbol"]!).Distinct().Count());
    }

    [Fact]
    public void Scatter_LengthsDiffer_SaysBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Scatter([1, 2, 3], [1.0, 2]));

        Assert.Contains("2 entries", error.Message, StringComparison.Ordinal);
        Assert.Contains("3 points", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Range_LogAxis_IsInPowersOfTen()
    {
        var axis = Json(Chart.Line([1.0, 1e-3]).LogY().RangeY(1e-6, 1))["layout"]!["yaxis"]!;

        Assert.Equal("log", (string?)axis["type"]);
        Assert.Equal([-6.0, 0], axis["range"]!.AsArray().Select(v => v!.GetValue<double>()));
    }

    [Fact]
    public void Range_LowAboveHigh_Throws() => Assert.Throws<ArgumentException>(() => Chart.Line([1.0]).RangeX(2, 1));

    [Fact]
    public void Bars_FromZero_HaveNoGapBelow() =>
        Assert.Equal(0, Json(Chart.Bar(["a"], [5.0]))["layout"]!["yaxis"]!["range"]![0]!.GetValue<double>());

    [Fact]
    public void RangeZ_HeatMap_FixesTheColours()
    {
        var map = Json(Chart.HeatMap(new double[,] { { 0.2, 0.4 } }).RangeZ(0, 1))["data"]![0]!;

        Assert.Equal((0.0, 1.0), (map["zmin"]!.GetValue<double>(), map["zmax"]!.GetValue<double>()));
    }

    [Fact]
    public void LogZ_ZeroAtTheOptimum_StaysFinite()
    {
        var panel = (PlotPanel)Chart.Contour((x, y) => x * x, (-1, 1), (-1, 1), 3).LogZ().Frames[0][0];

        Assert.Equal(-6, ((ContourTrace)panel.Traces[0]).Ends.Low, 9);
    }

    [Fact]
    public void Axes_OnAGrid_SaysWhatToDo()
    {
        var grid = Chart.Grid(2, Chart.Line([1.0]), Chart.Line([2.0]));

        Assert.Contains("before Chart.Grid", Assert.Throws<InvalidOperationException>(() => grid.Axes("x", "y")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_OnAGraph_SaysThatItHasNoAxes() => Assert.Contains(
        "no x and y axes",
        Assert.Throws<InvalidOperationException>(() => Specimens.All["graph"]().Line([1.0])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ToString_Groups_NamesTitleAxesAndSeries() => Assert.Equal(
        "Birds. x: flipper (mm), 180 to 200. y: mass (g), 3000 to 4000. Adelie: 2 points.",
        Chart.Scatter([180, 200], [3000, 4000], "Adelie").RangeX(180, 200).RangeY(3000, 4000).Axes("flipper (mm)", "mass (g)").Title("Birds").ToString());

    [Fact]
    public void Marks_OverAColourScale_AvoidItsColoursAndHaveARim()
    {
        var marker = Json(Chart.HeatMap(new double[,] { { 1, 2 } }).Scatter([0.5], [0.0]))["data"]![1]!["marker"]!;

        Assert.Equal(Palette.Vermillion, (string?)marker["color"]);
        Assert.NotNull(marker["line"]);
    }

    private static JsonObject Json(Figure figure) => figure.Frames[0][0].ToPlotly()!;
}
