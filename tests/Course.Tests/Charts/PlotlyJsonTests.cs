using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Course.Tests.Charts;

public sealed class PlotlyJsonTests
{
    [Fact]
    public void Numbers_FewWithGaps_AreAListWithNulls() =>
        Assert.Equal("[1,null,null,-0.333333]", PlotlyJson.Text(PlotlyJson.Numbers([1, double.NaN, double.NegativeInfinity, -1.0 / 3])));

    [Fact]
    public void Numbers_ThatDifferLate_KeepTheirDifference() =>
        Assert.Equal("[1000000.001,1000000.002]", PlotlyJson.Text(PlotlyJson.Numbers([1_000_000.001, 1_000_000.002])));

    [Fact]
    public void Numbers_Many_AreSinglePrecisionBytes()
    {
        var values = Enumerable.Range(0, 100).Select(i => i / 7.0).ToArray();
        var typed = PlotlyJson.Numbers(values);

        Assert.Equal("f4", (string?)typed["dtype"]);
        var read = MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)typed["bdata"]!)).ToArray();
        Assert.All(values.Zip(read), pair => Assert.Equal(pair.First, pair.Second, 5));
    }

    [Fact]
    public void Numbers_ManyThatDifferLate_AreDoublePrecisionBytes() =>
        Assert.Equal("f8", (string?)PlotlyJson.Numbers([.. Enumerable.Range(0, 100).Select(i => 1e9 + (i * 1e-3))])["dtype"]);

    [Fact]
    public void Numbers_None_LeaveOnePlaceForPlotly() => Assert.Equal("[null]", PlotlyJson.Text(PlotlyJson.Numbers([])));

    [Fact]
    public void Matrix_Shape_IsRowsThenColumns() =>
        Assert.Equal("2, 3", (string?)PlotlyJson.Matrix(new double[2, 3])["shape"]);

    [Fact]
    public void Matrix_OfFractions_IsListsWithTheDigitsThatColoursTell() =>
        Assert.Equal("[[0,0.333,null],[1,0.667,0.123]]", PlotlyJson.Text(PlotlyJson.Matrix(new[,] { { 0, 1 / 3.0, double.NaN }, { 1, 2 / 3.0, 0.12345 } })));

    [Fact]
    public void Text_Markup_HasNoAngleBracket() => Assert.DoesNotContain('<', PlotlyJson.Text(new JsonObject { ["</a"] = "<!-- <script" }));
}
