namespace Course.Tests.Charts;

public sealed class ColorsOfTests
{
    private static readonly string[] Names = ["He", "Xavier", "all 0"];

    [Fact]
    public void ColorsOf_ARunInTwoCharts_HasOneColour()
    {
        var all = Color(Chart.Line([0, 1], [0, 1], "He").Line([0, 1], [0, 1], "Xavier").ColorsOf(Names), 1);

        Assert.Equal(all, Color(Chart.Line([0, 1], [0, 1], "Xavier").ColorsOf(Names), 0));
        Assert.NotEqual(all, Color(Chart.Line([0, 1], [0, 1], "Xavier"), 0));
    }

    [Fact]
    public void ColorsOf_LayerThatIsNotInTheList_ComesAfterIt()
    {
        var figure = Chart.Line([0, 1], [0, 1], "new").Line([0, 1], [0, 1], "all 0").ColorsOf(Names);

        Assert.Equal(Palette.Color(3), Color(figure, 0));
        Assert.Equal(Palette.Color(2), Color(figure, 1));
    }

    [Fact]
    public void ColorsOf_ABaseline_KeepsItsOwn() => Assert.Equal(
        Palette.Color(Meaning.Baseline),
        Color(Chart.Line([0, 1], [0, 1], "He").Line([0, 1], [0, 1], "a coin").As(Meaning.Baseline).ColorsOf(Names), 1));

    [Fact]
    public void ColorsOf_ANameTwice_IsRefused() =>
        Assert.Contains("\"He\" comes 2 times", Assert.Throws<ArgumentException>(() => Chart.Line([0, 1], [0, 1], "He").ColorsOf(["He", "He"])).Message, StringComparison.Ordinal);

    private static string Color(Figure figure, int layer) =>
        (string)((PlotPanel)figure.Frames[0][0]).ToPlotly()!["data"]![layer]!["line"]!["color"]!;
}
