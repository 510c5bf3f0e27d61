using System.Text.Json;
using Course.Browser.Tests.Support;

namespace Course.Browser.Tests.Guests;

/// <summary>Charts of the real Plotly.NET as values of a cell: offline, valid, with a drawing and a text alternative.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlotlyNetTests(Chromium browser, GuestNotebook guest) : IClassFixture<GuestNotebook>
{
    [Fact]
    public void GenericChart_AsLastLine_IsAChartOfOurs()
    {
        var outputs = guest.Executed.Cells.Skip(1).Select(cell => Assert.Single(cell.Outputs)!["data"]!).ToList();

        Assert.Equal(GuestNotebook.Charts.Count, outputs.Count);
        Assert.All(outputs, data => Assert.Contains("class=\"course-chart\"", data["text/html"]!.ToString(), StringComparison.Ordinal));
        Assert.All(outputs, data => Assert.DoesNotContain("\"template\":", data["text/html"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal("flipper (mm)", Word(outputs[0]["text/plain"]!.ToString(), "x: "));
        Assert.Contains("sankey", outputs[10]["text/plain"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenericCharts_InTheExportedPage_AreDrawnAndValid()
    {
        await using var visit = await browser.OpenAsync(guest.Page);
        var charts = (await visit.AskAsync("() => probe.charts()")).Deserialize<ChartFacts[]>(JsonSerializerOptions.Web)!;

        Assert.Empty(visit.Errors);
        Assert.Equal(GuestNotebook.Charts.Count, charts.Length);
        Assert.All(charts, chart => Assert.True(chart.Problems.Length == 0, $"{chart.Name}: {string.Join("; ", chart.Problems)}"));
        Assert.All(charts, chart => Assert.True(chart.Width > 200 && chart.Height > 50 && chart.Fits, $"{chart.Name}: {chart.Width} × {chart.Height}"));
        Assert.DoesNotContain(visit.Requests, url => !url.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));
    }

    private static string Word(string text, string after) => text.Split(after)[1].Split(',')[0];
}
