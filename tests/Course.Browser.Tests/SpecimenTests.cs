using Course.Browser.Tests.Support;

namespace Course.Browser.Tests;

/// <summary>What the exporter itself promises, on fixture notebooks with every kind of output.</summary>
[Collection(BrowserTests.Name)]
public sealed class SpecimenTests(Chromium browser, SpecimenSite site)
{
    private string Neuron => site.Address + "01-neuron.html";

    private string Kinds => site.Address + "02-kinds.html";

    [Theory]
    [InlineData("index.html")]
    [InlineData("01-neuron.html")]
    [InlineData("02-kinds.html")]
    public async Task Page_Opened_IsCleanReadableAndLocal(string page)
    {
        var facts = await browser.FactsAsync(site.Address + page);
        Assert.Empty(facts.Errors);
        Assert.Empty(facts.Overflow);
        Assert.Empty(facts.FaintInLight);
        Assert.Empty(facts.FaintInDark);
        Assert.Empty(facts.BrokenPictures);
        Assert.All(facts.Requests, url => Assert.True(url.StartsWith(site.Address, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
    }

    [Fact]
    public async Task Page_FromDisk_DrawsItsCharts()
    {
        await using var visit = await browser.OpenAsync(new Uri(Path.Combine(site.Folder, "01-neuron.html")).AbsoluteUri);
        Assert.Empty(visit.Errors);
        Assert.Equal(2, (await visit.AskAsync("() => document.querySelectorAll('.js-plotly-plot .main-svg .trace').length > 0 ? probe.charts().length : 0")).GetInt32());
        Assert.All(visit.Requests, url => Assert.Matches("^(file|data|blob):", url));
    }

    [Fact]
    public async Task Figures_OfAPage_AreNumberedAndHaveAddresses()
    {
        await using var visit = await browser.OpenAsync(Neuron, scripts: false);
        var numbers = await visit.AskTextsAsync("() => [...document.querySelectorAll('figure.chart')].map(f => f.id + ' ' + f.querySelector('figcaption .number').textContent)");
        Assert.Equal(["figure-1 Figure 1.", "figure-2 Figure 2."], numbers);
    }

    [Fact]
    public async Task Figure_Enlarged_IsLargerAndComesBack()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        const string width = "() => document.querySelector('[data-chart=\"1\"] .js-plotly-plot').clientWidth";
        var before = (await visit.AskAsync(width)).GetDouble();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Enlarge Figure 1" }).ClickAsync();
        await visit.Page.WaitForFunctionAsync($"(before) => ({width})() > before", before);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.WaitForFunctionAsync($"(before) => document.querySelector('#figure-1 [data-chart]') && ({width})() === before", before);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData("SVG", ".svg")]
    [InlineData("PNG", ".png")]
    public async Task Figure_Saved_IsAFileOfItsKind(string kind, string ending)
    {
        await using var visit = await browser.OpenAsync(Neuron);
        var file = await visit.Page.RunAndWaitForDownloadAsync(() =>
            visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = $"Save Figure 1 as {kind}" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await file.PathAsync());
        Assert.Equal("figure-1" + ending, file.SuggestedFilename);
        Assert.Contains(kind == "PNG" ? "PNG" : "<svg", System.Text.Encoding.Latin1.GetString(bytes, 0, 200), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Slider_Dragged_MovesTheTrace()
    {
        var facts = await browser.FactsAsync(Neuron);
        Assert.Equal(1, facts.Sliders);
        Assert.Empty(facts.DeadSliders);
    }

    [Fact]
    public async Task Loader_InASetUpCard_IsCutOut()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        Assert.DoesNotContain("course:plotly", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("1", await visit.Page.EvaluateAsync<string>("() => String(document.querySelectorAll('script[src$=\"plotly.min.js\"]').length)"));
    }

    [Fact]
    public async Task Maths_WithScripts_IsTypeset()
    {
        await using var visit = await browser.OpenAsync(Kinds);
        var texts = await visit.AskTextsAsync("() => [...document.querySelectorAll('.math')].map(m => m.querySelector('.katex-html') ? 'set' : m.textContent)");
        Assert.True(texts.Length >= 4);
        Assert.All(texts, text => Assert.Equal("set", text));
        Assert.Equal("0", await visit.Page.EvaluateAsync<string>("() => String(document.querySelectorAll('.katex-error').length)"));
    }

    [Fact]
    public async Task Maths_WithoutScripts_IsSet()
    {
        await using var visit = await browser.OpenAsync(Kinds, scripts: false);
        var texts = await visit.AskTextsAsync("() => [...document.querySelectorAll('.math')].map(m => m.querySelector('.katex-html')?.getBoundingClientRect().width > 5 ? 'set' : m.textContent)");
        Assert.True(texts.Length >= 4);
        Assert.All(texts, text => Assert.Equal("set", text));
        Assert.Equal("0", await visit.Page.EvaluateAsync<string>("() => String(document.querySelectorAll('script[src*=\"katex\"]').length)"));
    }

    [Fact]
    public async Task Scripts_InAStrangersOutput_DoNotRun()
    {
        await using var visit = await browser.OpenAsync(Kinds);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.fromOutput === undefined"));
        Assert.Equal("0", await visit.Page.EvaluateAsync<string>("() => String(document.querySelectorAll('iframe, main meta').length)"));
        Assert.Contains("A script of this output is not run here", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FromTheKeyboard_LeadsToASection()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("every kind");
        await visit.Page.Locator(".search [aria-selected=true]").WaitForAsync();
        await visit.ArriveAsync(Kinds + "#every-kind", () => visit.Page.Keyboard.PressAsync("Enter"));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Search_OfAPageFromDisk_Finds()
    {
        await using var visit = await browser.OpenAsync(new Uri(Path.Combine(site.Folder, "index.html")).AbsoluteUri);
        await visit.Page.Locator(".bar .find").ClickAsync();
        await visit.Page.Keyboard.TypeAsync("penguin");
        await visit.Page.Locator(".search [role=option]").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("0", await visit.Page.EvaluateAsync<string>("() => String(document.querySelectorAll('dialog[open]').length)"));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Contents_Clicked_MarkWhatWasAskedFor()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        var links = visit.Page.Locator(".toc a");
        for (var i = 0; i < await links.CountAsync(); i++)
        {
            await links.Nth(i).ClickAsync();
            Assert.Equal(await links.Nth(i).GetAttributeAsync("href"), await visit.Page.Locator(".toc a[aria-current]").GetAttributeAsync("href"));
        }
    }

    [Fact]
    public async Task Diagrams_Drawn_FollowTheTheme()
    {
        await using var visit = await browser.OpenAsync(Kinds);
        var shown = "() => [...document.querySelectorAll('.diagram')].filter(d => d.querySelector('svg')?.getBoundingClientRect().width > 50).map(d => d.className)";
        Assert.Equal(["diagram light", "diagram light"], await visit.AskTextsAsync(shown));
        await visit.Page.Locator(".bar .theme").ClickAsync();
        Assert.Equal(["diagram dark", "diagram dark"], await visit.AskTextsAsync(shown));
    }

    [Fact]
    public async Task Theme_Toggled_IsRememberedAndAnnounced()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        await visit.Page.EvaluateAsync("() => addEventListener('course:theme', e => document.body.dataset.heard = e.detail.dark)");
        var light = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
        await visit.Page.Locator(".bar .theme").ClickAsync();
        Assert.Equal("true", await visit.Page.EvaluateAsync<string>("() => document.body.dataset.heard"));
        await visit.GoAsync(Kinds, waitForCharts: false);
        Assert.NotEqual(light, await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"));
    }

    [Fact]
    public async Task Scripts_InMarkdown_DoNotRun()
    {
        await using var visit = await browser.OpenAsync(Kinds);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.fromMarkdown === undefined"));
        Assert.Contains("<script>window.fromMarkdown = true</script>", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_AddedByAPage_AreRefusedByThePolicy()
    {
        await using var visit = await browser.OpenAsync(Kinds);
        await visit.Page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.fromMarkdown = true'; document.body.append(s); }");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.fromMarkdown === undefined"));
    }

    // A page whose cells run reads the site's own files; nobody else hears of anything.
    [Theory]
    [InlineData("02-kinds.html", "https://example.invalid/")]
    [InlineData("index.html", "")]
    public async Task Requests_OfAPagesOwn_AreRefusedByThePolicy(string page, string address)
    {
        await using var visit = await browser.OpenAsync(site.Address + page);
        var refused = await visit.Page.EvaluateAsync<string>(
            "address => new Promise(done => { addEventListener('securitypolicyviolation', e => done(e.effectiveDirective)); fetch(address).then(() => done('it went out'), () => setTimeout(done, 2000, 'it only failed')); })", address);
        Assert.Equal("connect-src", refused);
    }

    [Fact]
    public async Task CopyButton_Clicked_CopiesTheSource()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.Locator(".input").Nth(1).HoverAsync();
        await visit.Page.Locator(".input").Nth(1).Locator(".copy").ClickAsync();
        Assert.StartsWith("var birds = Data.Penguins();\nChart.Scatter", await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_FirstTab_OffersToSkipToTheText()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the text", await visit.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Links_BetweenNotebooks_ArriveAtTheHeading()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        await visit.ArriveAsync(Kinds + "#every-kind", () => visit.Page.Locator("main a", new() { HasTextString = "the next notebook" }).ClickAsync());
        Assert.Equal("Every kind", await visit.Page.Locator(":target").TextContentAsync());
    }

    [Fact]
    public async Task Contents_OnTheirPage_LeadToHeadings()
    {
        await using var visit = await browser.OpenAsync(Neuron);
        var lost = await visit.AskTextsAsync("() => [...document.querySelectorAll('.toc a')].map(a => a.hash).filter(hash => !document.getElementById(decodeURIComponent(hash.slice(1))))");
        Assert.Empty(lost);
        Assert.Equal(5, (await visit.AskAsync("() => document.querySelectorAll('.toc a').length")).GetInt32());
    }

    [Fact]
    public async Task Print_OfADarkPage_IsLight()
    {
        await using var visit = await browser.OpenAsync(Kinds, dark: true);
        await visit.Page.EvaluateAsync("() => addEventListener('beforeprint', () => { document.body.dataset.printed = document.documentElement.dataset.theme; })");
        await visit.Page.PdfAsync();
        Assert.Equal("light", await visit.Page.EvaluateAsync<string>("() => document.body.dataset.printed"));
        Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
    }
}
