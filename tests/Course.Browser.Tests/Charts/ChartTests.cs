using System.Globalization;
using System.Text.Json;
using Course.Browser.Tests.Support;
using Course.Tests.Charts;

namespace Course.Browser.Tests.Charts;

/// <summary>Every kind of chart in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChartTests(Chromium browser, ChartPages pages) : IClassFixture<ChartPages>
{
    private const string MoveSlider = """
        (index) => {
          const slider = document.querySelectorAll("input[type=range]")[index];
          slider.value = slider.max === slider.value ? 0 : slider.max;
          slider.dispatchEvent(new Event("input"));
          return slider.closest("[data-chart]").querySelector("output").textContent;
        }
        """;

    [Fact]
    public async Task Charts_OfEveryKind_AreDrawnAndValid()
    {
        var visit = await pages.OpenAllAsync(browser);
        var charts = (await visit.AskAsync("() => probe.charts()")).Deserialize<ChartFacts[]>(JsonSerializerOptions.Web)!;

        Assert.Empty(visit.Errors);
        Assert.Equal(Specimens.All.Values.Sum(figure => Panels(figure())), charts.Length);
        Assert.All(charts, chart => Assert.True(chart.Problems.Length == 0, $"{chart.Name}: {string.Join("; ", chart.Problems)}"));
        Assert.All(charts, chart => Assert.True(chart.Width > 200 && chart.Height > 50, $"{chart.Name}: {chart.Width} × {chart.Height}"));
        Assert.DoesNotContain(visit.Requests, url => !url.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Charts_OnAPhone_StayInThePage() =>
        Assert.Empty(await (await pages.OpenAllAsync(browser, width: 390)).AskTextsAsync("() => probe.overflow()"));

    [Fact]
    public async Task Charts_OnAPhoneWithoutScripts_StayInThePage()
    {
        await using var visit = await browser.OpenAsync(pages["all"], width: 390, scripts: false);

        Assert.Empty(await visit.AskTextsAsync("() => probe.overflow()"));
    }

    [Fact]
    public async Task Charts_WithoutScripts_AreDrawings()
    {
        await using var visit = await browser.OpenAsync(pages["all"], scripts: false);

        Assert.Empty(await visit.AskTextsAsync("() => probe.brokenPictures()"));
        var narrow = await visit.AskTextsAsync("() => [...document.images].filter(i => i.clientWidth < 200 || i.clientHeight < 50).map(i => i.alt)");
        Assert.Empty(narrow);
        Assert.Equal(Specimens.All.Values.Sum(figure => Panels(figure())), (await visit.AskAsync("() => probe.fallbacks()")).GetInt32());
    }

    [Theory]
    [InlineData("adam", "Adam")]
    [InlineData("b", "Bo")]
    [InlineData("x", "Ada")]
    public async Task Search_TypedName_ShowsItOrStays(string typed, string shown)
    {
        var visit = await pages.OpenAllAsync(browser);
        var field = visit.Page.GetByLabel("find a name");
        await field.FillAsync("ada");

        await field.FillAsync(typed);

        Assert.Equal(shown, await field.EvaluateAsync<string>("field => field.previousElementSibling.textContent"));
        Assert.Equal(shown == "Ada" ? "true" : "false", await field.GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task Sliders_EveryOne_ChangesItsPicture()
    {
        var visit = await pages.OpenAllAsync(browser);
        var sliders = (await visit.AskAsync("() => probe.sliders().map(s => s.chart)")).Deserialize<int[]>()!;

        Assert.Equal(Specimens.All.Values.Sum(figure => figure().ToString().Split("Slider \"").Length - 1), sliders.Length);
        for (var i = 0; i < sliders.Length; i++)
        {
            var before = await StateAsync(visit, sliders[i]);
            await visit.Page.EvaluateAsync(MoveSlider, i);
            Assert.NotEqual(before, await StateAsync(visit, sliders[i]));
        }

        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task TwoSliders_BothMoved_ShowTheProduct()
    {
        await using var visit = await browser.OpenAsync(pages["two sliders"]);
        await visit.Page.EvaluateAsync(MoveSlider, 0);
        await visit.Page.EvaluateAsync(MoveSlider, 1);

        // Layer 2, head 3: y = 2 x + 3 over x = 1 … 4.
        Assert.Equal("5,7,9,11", (await visit.AskAsync("() => document.querySelector('.js-plotly-plot').data[0].y.join()")).GetString());
    }

    [Fact]
    public async Task Play_Clicked_RunsToTheEnd()
    {
        await using var visit = await browser.OpenAsync(pages["animation"]);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('input').value === '3' && document.querySelector('button').textContent.includes('play')");

        Assert.Equal("4,0", (await visit.AskAsync("() => document.querySelector('.js-plotly-plot').data[0].y.join()")).GetString());
    }

    [Fact]
    public async Task LineFit_SlidersMoved_ShowsTheMeanSquaredError()
    {
        await using var visit = await browser.OpenAsync(pages["line fit"]);
        await visit.Page.EvaluateAsync(MoveSlider, 0);
        var text = (await visit.AskAsync("() => document.querySelector('output').textContent")).GetString()!;

        // w = 2, b = 2 on y = 2, 4, 3, 5.5 at x = 1 … 4: misses −2, −2, −5, −4.5.
        var expected = (4 + 4 + 25 + 20.25) / 4;
        Assert.Equal("mean squared error " + expected.ToString(CultureInfo.InvariantCulture), text);
    }

    [Fact]
    public async Task Charts_PageTurnsDark_TakeItsInk()
    {
        var visit = await pages.OpenAllAsync(browser);

        // Each chart follows in its own time. The wait ends with an exception that quotes the condition.
        await InAsync(visit, dark: true, () => visit.Page.WaitForFunctionAsync(
            "() => { const drawn = [...document.querySelectorAll('#graph img')]; return drawn.length > 0 && drawn.every(i => decodeURIComponent(i.src).includes('@media all')); }"));
    }

    [Fact]
    public async Task Charts_SamePictureTwice_AreBothDrawn()
    {
        await using var visit = await browser.OpenAsync(pages["twice"]);

        Assert.Equal(2, (await visit.AskAsync("() => document.querySelectorAll('.js-plotly-plot .main-svg .bars').length / 2")).GetInt32());
    }

    [Fact]
    public async Task Loader_AfterTheChartAndBesideRequireJs_DrawsIt()
    {
        await using var visit = await browser.OpenAsync(pages["notebook"]);

        Assert.Empty(visit.Errors);
        Assert.Equal(1, (await visit.AskAsync("() => document.querySelectorAll('.js-plotly-plot').length")).GetInt32());
    }

    [Fact]
    public async Task Graph_InAWideWindow_IsSeenWhole()
    {
        await using var visit = await browser.OpenAsync(pages["graph"]);

        Assert.True((await visit.AskAsync("() => { const p = document.querySelector('[data-panel]'); return p.scrollWidth <= p.clientWidth; }")).GetBoolean());
    }

    [Fact]
    public async Task Words_OnAPhone_AreLarge()
    {
        var visit = await pages.OpenAllAsync(browser, width: 390);

        Assert.Empty(await visit.AskTextsAsync("() => probe.tiny(9)"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_OnEitherPaper_HaveAContrastOfThree(bool dark)
    {
        var visit = await pages.OpenAllAsync(browser);

        await InAsync(visit, dark, async () => Assert.Empty(await visit.AskTextsAsync("() => probe.faintLines(3)")));
    }

    [Fact]
    public async Task Sliders_OfOneChart_AreOfOneLengthAndShowTheirFocus()
    {
        await using var visit = await browser.OpenAsync(pages["line fit"]);
        var widths = (await visit.AskAsync("() => [...document.querySelectorAll('input')].map(i => i.getBoundingClientRect().width)")).Deserialize<double[]>()!;

        Assert.Equal(widths[0], widths[1], 0.1);
        Assert.True((await visit.AskAsync("() => { const c = document.querySelector('[data-controls]').getBoundingClientRect(), i = document.querySelectorAll('input')[1].getBoundingClientRect(); return c.bottom - i.bottom >= 5 && c.right - i.right >= 5; }")).GetBoolean());
    }

    [Fact]
    public async Task Sliders_OnDarkPaper_AreDark()
    {
        await using var visit = await browser.OpenAsync(pages["line fit"]);
        await visit.Page.EvaluateAsync("() => document.body.classList.add('dark')");

        await visit.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('input')).colorScheme === 'dark'");
    }

    [Fact]
    public async Task Fonts_OfDrawnAndInteractiveCharts_AreTheSame()
    {
        var visit = await pages.OpenAllAsync(browser);
        var drawn = (await visit.AskAsync("() => decodeURIComponent(document.querySelector('#graph img').src).match(/font-family=\"([^\"]+)\"/)[1]")).GetString();

        Assert.Equal(drawn, (await visit.AskAsync("() => document.querySelector('.js-plotly-plot')._fullLayout.font.family")).GetString());
    }

    [Fact]
    public async Task Surface_Printed_IsItsDrawing()
    {
        var visit = await pages.OpenAllAsync(browser);
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        Assert.True((await visit.AskAsync("() => { const p = document.querySelector('#surface [data-panel]'); return p.children.length === 1 && p.firstChild.tagName === 'IMG'; }")).GetBoolean());

        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('#surface [data-panel] .js-plotly-plot, #surface .js-plotly-plot[data-panel]')?._fullLayout");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Animation_Opened_StandsAtItsLastStep()
    {
        await using var visit = await browser.OpenAsync(pages["animation"]);

        Assert.Equal("4,0", (await visit.AskAsync("() => document.querySelector('.js-plotly-plot').data[0].y.join()")).GetString());
    }

    // The other tests find the page light again.
    private static async Task InAsync(Visit visit, bool dark, Func<Task> look)
    {
        await TurnAsync(visit, dark);
        try
        {
            await look();
        }
        finally
        {
            await TurnAsync(visit, dark: false);
        }
    }

    // Until the charts have followed.
    private static async Task TurnAsync(Visit visit, bool dark)
    {
        await visit.Page.EvaluateAsync("(dark) => document.body.classList.toggle('dark', dark)", dark);
        await visit.Page.WaitForFunctionAsync("(ink) => [...document.querySelectorAll('.js-plotly-plot')].every(p => p._fullLayout?.font.color.replace(/ /g, '').startsWith(ink))", dark ? "rgba(238,238,238" : "rgba(34,34,34");
    }

    private static async Task<string> StateAsync(Visit visit, int chart) =>
        await visit.Page.EvaluateAsync<string>("(index) => probe.state(index)", chart);

    private static int Panels(Figure figure) => figure.ToHtml().Split("<div data-panel ").Length - 1;
}
