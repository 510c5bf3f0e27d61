using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Course.Tests.Charts;

public sealed class PaletteTests
{
    // The papers on which charts stand: the course's site, drawings, VS Code and Jupyter.
    private static readonly string[] LightPapers = ["#ffffff", "#fdfcf9"];
    private static readonly string[] DarkPapers = ["#16191d", "#1b1d21", "#1e1e1e", "#111111"];

    // Meanings that are seen in one chart.
    private static readonly Meaning[][] Company =
    [
        [Meaning.Data, Meaning.Model, Meaning.Miss, Meaning.Baseline],
        [Meaning.Train, Meaning.Batch, Meaning.Validation, Meaning.Test, Meaning.Baseline],
        [Meaning.Plain, Meaning.Momentum, Meaning.Nesterov, Meaning.Adagrad, Meaning.RmsProp, Meaning.Adam, Meaning.AdamW, Meaning.Baseline],
    ];

    public static TheoryData<string> Colors => [.. Palette.Dark.Keys];

    public static TheoryData<string> Kinds => [.. Specimens.All.Keys];

    [Theory]
    [MemberData(nameof(Colors))]
    public void Color_OnItsPaper_HasAContrastOfThreeWhereItIsTranslucentToo(string color)
    {
        Assert.All(LightPapers, paper => Assert.InRange(Sight.Contrast(Sight.Over(color, paper, Palette.Translucent), paper), 3, 21));
        Assert.All(DarkPapers, paper => Assert.InRange(Sight.Contrast(Sight.Over(Palette.Dark[color], paper, Palette.Translucent), paper), 3, 21));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lines_OfEveryKindOfChart_ArePaletteColorsAndNoFainter(string kind)
    {
        foreach (var trace in Specimens.All[kind]().Frames[0].OfType<PlotPanel>().SelectMany(panel => panel.Traces).Select(trace => trace.ToPlotly()))
        {
            string[] colors = [.. new[] { trace["marker"], trace["line"] }.OfType<JsonObject>().Select(paint => (string?)paint["color"]).OfType<string>()];
            Assert.All(colors.Where(color => color is not (Palette.Ink or "#fff")), color => Assert.Contains(color, Palette.Dark.Keys));
            Assert.InRange((double?)trace["marker"]?["opacity"] ?? 1, Palette.Translucent, 1);
        }
    }

    [Fact]
    public void Series_ToColorBlindEyes_StayApart()
    {
        foreach (var (one, other) in Pairs([.. Palette.Dark.Keys]))
        {
            Assert.True(Sight.LeastDistance(one, other) > 8, $"{one} and {other}: {Sight.LeastDistance(one, other):0.0}");
            Assert.True(Sight.LeastDistance(Palette.Dark[one], Palette.Dark[other]) > 8, $"on dark paper, {Palette.Dark[one]} and {Palette.Dark[other]}: {Sight.LeastDistance(Palette.Dark[one], Palette.Dark[other]):0.0}");
        }
    }

    [Fact]
    public void Meanings_InOneChart_DifferInColor()
    {
        Assert.All(Company, company => Assert.Equal(company.Length, company.Select(Palette.Color).Distinct().Count()));
        Assert.Equal(Enum.GetValues<Meaning>(), Company.SelectMany(company => company).Distinct().Order());
    }

    [Fact]
    public void Smoothed_OnEitherPaper_StandsOutMoreThanItsBatches()
    {
        var (batch, smoothed) = (Palette.Color(Meaning.Batch), Palette.Color(Meaning.Train));

        Assert.True(Sight.Contrast(smoothed, "#fdfcf9") > Sight.Contrast(batch, "#fdfcf9"));
        Assert.True(Sight.Contrast(Palette.Dark[smoothed], "#16191d") > Sight.Contrast(Palette.Dark[batch], "#16191d"));
    }

    [Fact]
    public void As_OfTheLayerBefore_GivesItTheColorOfItsMeaning()
    {
        var data = Json(Chart.Scatter([1.0], [1.0], "birds").As(Meaning.Data).Line([1.0, 2], "line").As(Meaning.Model));

        Assert.Equal(Palette.Color(Meaning.Data), (string?)data[0]!["marker"]!["color"]);
        Assert.Equal(Palette.Color(Meaning.Model), (string?)data[1]!["line"]!["color"]);
    }

    // Notebook 19: accuracy on the test digits, and two alarms.
    [Fact]
    public void As_AColorThatASeriesHas_MovesTheSeries()
    {
        var late = Json(Chart.Line([1.0, 2], "a").Line([1.0, 2], "b").Line([1.0, 2], "best").As(Meaning.Model).Line([1.0, 2], "c"));
        var early = Json(Chart.Line([1.0, 2], "accuracy").As(Meaning.Test).Line([1.0, 2], "b").Line([1.0, 2], "c"));

        Assert.Equal([Palette.Color(0), Palette.Color(2), Palette.Color(Meaning.Model), Palette.Color(3)], LineColors(late));
        Assert.Equal([Palette.Color(Meaning.Test), Palette.Color(1), Palette.Color(3)], LineColors(early));
    }

    [Fact]
    public void As_OfALineOverAMap_HasItsColorTooAndPaperAround()
    {
        var line = Json(Chart.HeatMap(new double[,] { { 1, 2 } }).Line([0.0, 1], "Adam").As(Meaning.Adam))[1]!;

        Assert.Equal(Palette.Color(Meaning.Adam), (string?)line["line"]!["color"]);
        Assert.True((double)line["meta"]!["casing"]! > 0);
    }

    [Fact]
    public void As_OfTwoBaselines_TellsThemApartByTheirDashes()
    {
        var data = Json(Chart.Line([1.0, 1], "unigram").As(Meaning.Baseline).Line([2.0, 2], "bigram").As(Meaning.Baseline));

        Assert.Equal(["dash", "dot"], data.Select(line => (string)line!["line"]!["dash"]!));
    }

    [Fact]
    public void As_OfAPathInSpace_ColorsIt() => Assert.Equal(
        Palette.Color(Meaning.Adam),
        (string?)Json(Specimens.All["surface"]().As(Meaning.Adam))[1]!["line"]!["color"]);

    [Fact]
    public void As_OfNoLayerOrAMap_SaysWhereItBelongs()
    {
        Assert.Contains("no layer yet", Assert.Throws<InvalidOperationException>(() => Chart.Empty.As(Meaning.Data)).Message, StringComparison.Ordinal);
        Assert.Contains("scale of colours", Assert.Throws<InvalidOperationException>(() => Chart.HeatMap(new double[,] { { 1 } }).As(Meaning.Data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void View_WithColors_SaysWhatTheyAreOnDarkPaper()
    {
        var dark = new HtmlOf(Chart.Line([1.0, 2]).As(Meaning.Adam)).View["dark"]!.AsObject();

        Assert.Equal([Palette.Vermillion], dark.Select(shade => shade.Key));
        Assert.Equal(Palette.Dark[Palette.Vermillion], (string?)dark[Palette.Vermillion]);
    }

    [Fact]
    public void Drawing_OfALine_TakesTheDarkColorOnDarkPaper()
    {
        var style = StyleOf(Chart.Line([1.0, 2]).As(Meaning.Adam));

        Assert.Contains($"[stroke=\"{Palette.Vermillion}\"]{{stroke:{Palette.Dark[Palette.Vermillion]}}}", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confusion")]
    [InlineData("regions by score")]
    [InlineData("regions by class")]
    [InlineData("heat map")]
    public void Drawing_OfAMapWithWhiteInIt_HasASecondPictureForDarkPaper(string kind)
    {
        var drawing = new HtmlOf(Specimens.All[kind]()).Stills[0];
        var groups = drawing.Descendants().Where(e => (string?)e.Attribute("class") is "l" or "d").ToLookup(e => (string)e.Attribute("class")!);

        Assert.Equal(groups["l"].Count(), groups["d"].Count());
        Assert.NotEmpty(groups["d"]);
        Assert.NotEqual(groups["l"].First().ToString(), groups["d"].First().ToString());
    }

    [Fact]
    public void Turned_PaperAndInk_ChangePlaces()
    {
        Assert.True(Sight.Contrast(Rgb.Parse("#ffffff").Turned().ToString(), "#16191d") < 1.2);
        Assert.True(Sight.Contrast(Rgb.Parse("#000000").Turned().ToString(), "#16191d") > 15);
    }

    [Fact]
    public void Script_ColorsOfForeignSeries_AreThePalettes()
    {
        using var stream = typeof(Chart).Assembly.GetManifestResourceStream("chart.js")!;
        using var reader = new StreamReader(stream);

        Assert.Contains("colorway: [" + string.Join(", ", Palette.Dark.Keys.Select(color => $"\"{color}\"")) + "]", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("training", Meaning.Train)]
    [InlineData("test", Meaning.Test)]
    [InlineData("adam", Meaning.Adam)]
    public void LiveCurve_NamedByAMeaning_HasItsColor(string name, Meaning meaning) => Assert.Equal(meaning, MeaningNames.Of(name));

    [Theory]
    [InlineData("1")]
    [InlineData("seven heads")]
    public void LiveCurve_WithAnotherName_HasNone(string name) => Assert.Null(MeaningNames.Of(name));

    private static IEnumerable<string?> LineColors(JsonArray data) => data.Select(line => (string?)line!["line"]!["color"]);

    private static JsonArray Json(Figure figure) => figure.Frames[0][0].ToPlotly()!["data"]!.AsArray();

    private static string StyleOf(Figure figure) => XDocument.Parse(figure.Frames[0][0].ToSvg()).Descendants().First(e => e.Name.LocalName == "style").Value;

    private static IEnumerable<(string, string)> Pairs(string[] all) => all.SelectMany((one, i) => all[(i + 1)..].Select(other => (one, other)));
}
