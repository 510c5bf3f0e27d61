using System.IO.Compression;
using Course.Browser.Tests.Support;

namespace Course.Browser.Tests;

/// <summary>Every page of the course as a reader meets it: made by the one <c>course run</c>, opened in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class CoursePageTests(Chromium browser, CourseSite site)
{
    public static TheoryData<string> Pages => [.. CourseSite.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Charts_Opened_DrawWithSize(string page)
    {
        var facts = await FactsAsync(page);
        Assert.NotEmpty(facts.Charts);
        Assert.All(facts.Charts, chart => Assert.True(chart is { Width: > 100, Height: > 40, Traces: > 0 }, $"{chart.Name}: {chart.Width} × {chart.Height}, {chart.Traces} traces"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Charts_OnADesk_AreWholeInTheirBox(string page) =>
        Assert.All((await FactsAsync(page)).Charts, chart => Assert.True(chart.Fits, $"{chart.Name}: {chart.Width} px wide"));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task TextCodeAndCharts_OnADesk_EndAtTwoEdges(string page) =>
        Assert.Empty((await FactsAsync(page)).OffGrid);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Charts_Validated_HaveNoProblem(string page) =>
        Assert.All((await FactsAsync(page)).Charts, chart => Assert.True(chart.Problems.Length == 0, $"{chart.Name}: {string.Join("; ", chart.Problems)}"));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Sliders_Moved_ChangeTheirChart(string page) =>
        Assert.Empty((await FactsAsync(page)).DeadSliders);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Console_Opened_HasNoError(string page) =>
        Assert.Empty((await FactsAsync(page)).Errors);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Requests_Opened_StayOnTheMachine(string page) =>
        Assert.DoesNotContain((await FactsAsync(page)).Requests, IsAway);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Width_OnAPhone_DoesNotOverflow(string page) =>
        Assert.Empty((await FactsAsync(page)).Overflow);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Text_OnLightPaper_HasContrast(string page) =>
        Assert.Empty((await FactsAsync(page)).FaintInLight);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Text_OnDarkPaper_HasContrast(string page) =>
        Assert.Empty((await FactsAsync(page)).FaintInDark);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Lines_OnEitherPaper_HaveContrast(string page) =>
        Assert.Empty((await FactsAsync(page)).FaintLines);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Layers_OfOneName_HaveOneColour(string page) =>
        Assert.Empty((await FactsAsync(page)).TwoColoured);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Layers_OfOneChart_LookDifferent(string page) =>
        Assert.Empty((await FactsAsync(page)).Twins);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axes_OnAPhone_HaveRoomForTheirNames(string page) =>
        Assert.Empty((await FactsAsync(page)).Crowded);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task WhatIsWiderThanAPhone_ShowsIt(string page) =>
        Assert.Empty((await FactsAsync(page)).Cueless);

    [Theory]
    [MemberData(nameof(Pages))]
    public static void Weight_OnTheWire_IsAtMost150KB(string page)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(ExecutedCourse.Site, page)));
        }

        Assert.InRange(packed.Length, 1, 150_000);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Scales_OfColours_SayWhatTheyMeasure(string page) =>
        Assert.Empty((await FactsAsync(page)).NamelessScales);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Charts_OnAPhone_HaveNoTinyWords(string page) =>
        Assert.Empty((await FactsAsync(page)).TinyWords);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pictures_WithoutScripts_StandForEveryChart(string page)
    {
        var facts = await FactsAsync(page);
        Assert.Empty(facts.BrokenPictures);
        Assert.Equal(facts.Charts.Count, facts.Fallbacks);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pictures_WithoutScripts_CutNoWordOff(string page) =>
        Assert.Empty((await FactsAsync(page)).ClippedWords);

    [Fact]
    public async Task Sliders_InTheWholeCourse_AreThere()
    {
        var counts = new List<int>();
        foreach (var page in CourseSite.Pages)
        {
            counts.Add((await FactsAsync(page)).Sliders);
        }

        Assert.True(counts.Sum() > 0, "no page has a slider; the tests that drag them would prove nothing");
    }

    [Fact]
    public async Task Page_OnPaper_LosesNoWordAndNoStream()
    {
        await using var visit = await browser.OpenAsync(site.Address + "08-mnist-mlp.html");
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        Assert.Empty(await visit.AskTextsAsync("() => probe.lostOnPaper()"));
    }

    [Fact]
    public async Task Index_Opened_LeadsToEveryPage()
    {
        await using var visit = await browser.OpenAsync(site.Address + "index.html");
        var links = await visit.AskTextsAsync("() => [...document.querySelectorAll('.part h3 a')].map(a => a.getAttribute('href'))");
        Assert.Equal(CourseSite.Pages, links);
        Assert.Empty(visit.Errors);
    }

    private static bool IsAway(string url) =>
        new Uri(url) is { IsLoopback: false, Scheme: not ("data" or "blob") };

    private Task<PageFacts> FactsAsync(string page) => browser.FactsAsync(site.Address + page);
}
