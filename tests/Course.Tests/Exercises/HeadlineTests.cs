using System.Text.Json.Nodes;
using Course.Tests.Notebook;

namespace Course.Tests.Exercises;

[Collection(LearnerState.Name)]
public sealed class HeadlineTests : IDisposable
{
    private readonly LearnerState _state = new();

    private JsonNode Reported => JsonNode.Parse(_state.Reports.Single())!;

    public void Dispose() => _state.Dispose();

    [Fact]
    public void Report_InBand_IsOk()
    {
        Tier.Use("fast");

        var text = Headline.Report("01-mse", 154546.2).ToString()!;

        Assert.StartsWith("✓ headline: Mean squared error", text, StringComparison.Ordinal);
        Assert.Contains("154,546.15 to 154,546.25 g²", text, StringComparison.Ordinal);
        Assert.Equal(
            """{"kind":"headline","id":"01-mse","value":154546.2,"low":154546.15,"high":154546.25,"tier":"fast","ok":true}""",
            Reported.ToJsonString());
    }

    [Fact]
    public void Report_BrowserWithoutABandOfItsOwn_HasThatOfFast()
    {
        Tier.Use("browser");

        Assert.Contains("154,546.15 to 154,546.25 g²", Headline.Report("01-mse", 154546.2).ToString()!, StringComparison.Ordinal);

        Assert.Equal("browser", (string?)Reported["tier"]);
    }

    [Theory]
    [InlineData(154547)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Report_OutOfBand_IsNotOk(double value)
    {
        var text = Headline.Report("01-mse", value).ToString()!;

        Assert.StartsWith("✗ headline missed", text, StringComparison.Ordinal);
        Assert.False(Reported["ok"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Report_NotANumber_IsReportedByName(double value, string name)
    {
        Headline.Report("01-mse", value);

        Assert.Equal(name, (string?)Reported["value"]);
    }

    [Fact]
    public void Report_UnknownId_Suggests()
    {
        var e = Assert.Throws<ArgumentException>(() => Headline.Report("01-mes", 1));

        Assert.StartsWith("There is no headline \"01-mes\"; did you mean \"01-mse\"?", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_Every_HasABandForEachTierAndANote()
    {
        Assert.Equal(HeadlineEntry.All.Count, HeadlineEntry.All.Select(entry => entry.Id).Distinct().Count());
        Assert.All(HeadlineEntry.All, entry =>
        {
            Assert.Equal(["fast", "full", "laptop"], entry.Tiers.Keys.Except(["browser"]).Order(StringComparer.Ordinal));
            Assert.All(entry.Tiers.Values, band => Assert.True(band.Low <= band.High, entry.Id));
            Assert.NotEmpty(entry.Title);
            Assert.NotEmpty(entry.Note);
        });
    }
}
