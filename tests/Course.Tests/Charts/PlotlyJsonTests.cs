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
    public void Numbers_Many_HaveFourDigitsAndWholeOnesAll()
    {
        var read = PlotlyJson.Numbers([.. Enumerable.Range(0, 100).Select(i => i / 7.0), 12_345, 1.2345e-6])!.AsArray().Select(v => (double)v!).ToArray();

        Assert.Equal(0.1429, read[1]);
        Assert.Equal(14.14, read[99]);
        Assert.Equal(12_345, read[100]);
        Assert.Equal(1.234e-6, read[101], 1e-9);
    }

    [Fact]
    public void Numbers_ManyAroundAFarMiddle_KeepTheirDifference() =>
        Assert.Equal(2.30123, (double)PlotlyJson.Numbers([.. Enumerable.Range(0, 100).Select(i => 2.30123 + (i * 1e-4))])[0]!, 1e-6);

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
