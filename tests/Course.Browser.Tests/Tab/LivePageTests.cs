using System.Text.Json;
using Course.Browser.Tests.Support;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;
using Microsoft.Playwright;

namespace Course.Browser.Tests.Tab;

/// <summary>Pages whose cells run in the browser, from a server that knows files and nothing else. One visit a test: the worker takes seconds to start.</summary>
[Collection(BrowserTests.Name)]
public sealed class LivePageTests(Chromium browser, CourseSite site)
{
    private const string Colours = "a\u001b[31mred\u001b[0m <b>\u001b[1;38;5;200mpink\u001b[22m\u001b[48;2;1;2;3m&\u001b[m 10 %\r20 %\rdone\n\u001b[4;94mline\u001b[0m \"q\"";

    [Fact]
    public async Task Notebook01_Pressed_RunsWhole()
    {
        await using var page = await LivePage.OpenAsync(browser, site.Address + "01-neuron-and-mse.html");
        Assert.DoesNotContain(page.Visit.Requests, request => request.Contains("/tab/", StringComparison.Ordinal));

        var read = await page.Visit.AskTextsAsync(Colouring);

        var said = await page.RestAsync(page.PressAsync);

        Assert.Matches(@"^\d+ cells ran in", said);
        Assert.InRange(Agreement(read, await page.Visit.AskTextsAsync(Colouring)), 0.98, 1);
        Assert.All(await page.StatesAsync(), state => Assert.Equal("ok", state));
        Assert.True((await page.Visit.AskAsync("() => crossOriginIsolated")).GetBoolean());
        await page.Visit.Page.WaitForFunctionAsync("() => probe.drawn()");
        Assert.All((await page.Visit.AskAsync("() => probe.charts()")).Deserialize<ChartFacts[]>(JsonSerializerOptions.Web)!, chart => Assert.True(chart is { Width: > 100, Fits: true, Traces: > 0, Problems: [] }, chart.Name));
        Assert.Equal(await page.Visit.AskTextsAsync("() => [...document.querySelectorAll('figure.chart')].map((figure, i) => `figure-${i + 1}`)"), await page.Visit.AskTextsAsync("() => [...document.querySelectorAll('figure.chart')].map(figure => figure.id)"));
        Assert.Empty(await Axe.ViolationsAsync(page.Visit));
        Assert.Empty(page.Errors);
        Assert.All(page.Visit.Requests, request => Assert.True(new Uri(request) is { IsLoopback: true } or { Scheme: "data" or "blob" }, request));

        await EditAsync(page);
        await FailAsync(page);
        await DownloadAsync(page);
        await SolveAsync(page);
        await StopAsync(page);
        await ReloadOfflineAsync(page);
    }

    [Fact]
    public async Task Notebook08_RunUpToACell_RunsSoFarAndReadsWell()
    {
        const int Cells = 5;
        await using var page = await LivePage.OpenAsync(browser, site.Address + "08-mnist-mlp.html", dark: true);
        await page.StartAsync();

        var said = await page.RestAsync(() => page.Visit.Page.Locator($"section.cell[data-cell='{Cells}']").GetByRole(AriaRole.Button, new() { Name = "Run to here" }).ClickAsync());

        Assert.Equal($"{Cells} cells ran", said.Split(" in ")[0]);
        Assert.Equal(Enumerable.Repeat("ok", Cells).Append("idle"), (await page.StatesAsync()).Take(Cells + 1));
        await ReadsWellAsync(page);
    }

    // Both at once: they take minutes, most of them training.
    [Fact]
    public async Task Notebooks05And16_Pressed_ReachTheirBandsAndReadWell()
    {
        await Task.WhenAll(RunWholeAsync("05-autograd-from-scratch", figures: 2, dark: true), RunWholeAsync("16-a-mini-transformer", figures: 3, dark: false));

        async Task RunWholeAsync(string notebook, int figures, bool dark)
        {
            await using var page = await LivePage.OpenAsync(browser, $"{site.Address}{notebook}.html", width: 390, dark);
            var said = await page.RestAsync(page.PressAsync);

            Assert.Matches(@"^\d+ cells ran in", said);
            Assert.All(await page.StatesAsync(), state => Assert.Equal("ok", state));
            var headlines = await page.Visit.AskTextsAsync("() => [...document.querySelectorAll('main .output')].map(output => output.innerText).filter(text => text.includes('band (browser)'))");
            Assert.Equal(figures, headlines.Sum(text => text.Split("band (browser)").Length - 1));
            Assert.DoesNotContain(headlines, text => text.Contains("missed", StringComparison.Ordinal));
            await ReadsWellAsync(page);
        }
    }

    private static async Task ReadsWellAsync(LivePage page)
    {
        Assert.Empty(await page.Visit.AskTextsAsync("() => probe.overflow()"));
        Assert.Empty(await page.Visit.AskTextsAsync("() => probe.faint()"));
        Assert.Empty(await Axe.ViolationsAsync(page.Visit));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Stop_WithoutSharedMemory_EndsTheWorkerAndSaysSo()
    {
        await using var page = await LivePage.OpenAsync(browser, site.Address + "01-neuron-and-mse.html", keeps: false);
        await page.StartAsync();
        await page.TypeAsync("cell-04", "while (true) { }");
        await page.Visit.Page.Keyboard.PressAsync("Control+Enter");
        await page.Visit.Page.WaitForSelectorAsync("#cell-cell-04[data-state=running]");

        Assert.EndsWith("The variables are gone.", await page.RestAsync(page.PressStopAsync), StringComparison.Ordinal);

        Assert.All(await page.StatesAsync(), state => Assert.Equal("idle", state));
        var again = await page.RestAsync(() => page.Visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run the cells above again" }).ClickAsync());
        Assert.StartsWith("Ran in", again, StringComparison.Ordinal);
        Assert.Equal(["ok", "idle"], (await page.StatesAsync()).Take(2));

        // As a browser does that keeps the page to come back to: it would keep hundreds of megabytes.
        var ended = new TaskCompletionSource();
        Assert.Single(page.Visit.Page.Workers).Close += (_, _) => ended.SetResult();
        Assert.Equal("You left the page. The variables are gone.", await page.RestAsync(() => page.Visit.Page.EvaluateAsync("() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")));
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task SharedLink_Opened_ShowsItsCodeAndRunsNothing()
    {
        await using var page = await LivePage.OpenAsync(browser, site.Address + "01-neuron-and-mse.html");
        var link = (await page.Visit.AskAsync("""
            async () => {
              const packed = await new Response(new Blob(['1 + "<img src=x onerror=alert(1)>"']).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
              return '#try=cell-06.' + btoa(String.fromCharCode(...new Uint8Array(packed))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
            }
            """)).GetString();
        await page.Visit.Page.GotoAsync("about:blank");
        await page.Visit.GoAsync(site.Address + "01-neuron-and-mse.html" + link, waitForCharts: false);

        Assert.Equal("1 + \"<img src=x onerror=alert(1)>\"", await page.Cell("cell-06").Locator(".proposal code").InnerTextAsync());
        Assert.DoesNotContain(page.Visit.Requests, request => request.Contains("worker.js", StringComparison.Ordinal));
        var said = await page.RestAsync(() => page.PressAsync("cell-06", "Use it"));
        Assert.Equal("Ready: nothing has been run yet", said);
        Assert.All(await page.StatesAsync(), state => Assert.Equal("idle", state));
        Assert.StartsWith("1 + ", await page.Cell("cell-06").Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Page_OpenedAsAFile_SaysWhyItCannotRun()
    {
        await using var visit = await browser.OpenAsync(new Uri(Path.Combine(Course.Notebooks.Tests.ExecutedCourse.Site, "01-neuron-and-mse.html")).AbsoluteUri);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run this page" }).ClickAsync();
        Assert.StartsWith("A page opened as a file cannot run", await visit.Page.Locator(".run [role=status]").InnerTextAsync(), StringComparison.Ordinal);
    }

    // Of each cell's code that is no space, the class of each letter.
    private const string Colouring = """
        () => [...document.querySelectorAll('section.cell .input')].map(input => {
          let classes = '';
          const walker = document.createTreeWalker(input.querySelector('.cm-content, code'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) classes += (walker.currentNode.parentElement.closest('span')?.className[0] ?? ' ').repeat(walker.currentNode.data.replace(/\s/g, '').length);
          return classes;
        })
        """;

    private static double Agreement(string[] read, string[] edited)
    {
        Assert.Equal(read.Select(cell => cell.Length), edited.Select(cell => cell.Length));
        return string.Concat(read).Zip(string.Concat(edited), (one, other) => one == other ? 1.0 : 0).Average();
    }

    private static async Task DownloadAsync(LivePage page)
    {
        await page.TypeAsync("cell-06", "// mine");
        var download = await page.Visit.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.Visit.Page.Locator(".more summary").ClickAsync();
            await page.Visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download the notebook" }).ClickAsync();
        });
        var mine = NotebookDocument.Parse(download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
        var course = NotebookDocument.Load(Path.Combine(Checkout.Notebooks, "01-neuron-and-mse.ipynb"));
        Assert.Equal("01-neuron-and-mse.ipynb", mine.Path);
        Assert.Equal(course.Cells.Select(cell => cell.Id == "cell-06" ? "// mine" : cell.Id == "cell-04" ? "var kept = 41;" : cell.Source), mine.Cells.Select(cell => cell.Source));
        await page.PressAsync("cell-06", "Reset cell");
    }

    private static async Task EditAsync(LivePage page)
    {
        Assert.Equal("error", await page.RunAsync("cell-06", "var y = 1;\nvar x = nothing;"));
        await page.Cell("cell-06").Locator(".line-link").First.ClickAsync();
        await page.Visit.Page.Keyboard.TypeAsync("«");
        Assert.Contains("\nvar x = «nothing", await page.Cell("cell-06").Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Equal("ok", await page.RunAsync("cell-06", $"Console.Write({JsonSerializer.Serialize(Colours)});"));
        var html = await page.Cell("cell-06").Locator(".stream").InnerHTMLAsync();
        Assert.Equal(await NormalAsync(page, AnsiText.ToHtml(AnsiText.Settle(Colours))), html);

        await page.PressAsync("cell-06", "Reset cell");
        Assert.StartsWith("double Neuron", await page.Cell("cell-06").Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("ok", await page.RunAsync("cell-04", "var kept = 41;"));
    }

    private static async Task FailAsync(LivePage page)
    {
        Assert.Equal("error", await page.RunAsync("cell-06", "int Deep(int k)\n{\n    if (k == 0)\n        throw new InvalidOperationException(\"bad\");\n    return Deep(k - 1) + 1;\n}\n\nDeep(2)"));
        Assert.Contains(", line 4, in Deep", await page.OutputAsync("cell-06"), StringComparison.Ordinal);
    }

    // As the browser writes it.
    private static async Task<string> NormalAsync(LivePage page, string html) =>
        await page.Visit.Page.EvaluateAsync<string>("html => { const part = document.createElement('pre'); part.innerHTML = html; return part.innerHTML; }", html);

    private static async Task SolveAsync(LivePage page)
    {
        await page.RestAsync(() => page.PressAsync("exercise-01-1", "Hint"));
        Assert.Contains("hint 1 of", await page.Cell("exercise-01-1").Locator(".help").InnerTextAsync(), StringComparison.Ordinal);
        await page.RestAsync(() => page.PressAsync("exercise-01-1", "Solution"));
        var solution = await page.Cell("exercise-01-1").Locator(".help pre").InnerTextAsync();
        Assert.Equal("ok", await page.RunAsync("exercise-01-1", solution + "\n\nCheck.Exercise(\"01-1\", Forward)"));
        Assert.Contains("right", await page.OutputAsync("exercise-01-1"), StringComparison.Ordinal);
        Assert.Equal("1 of 4 ✓", await page.Visit.Page.Locator("[data-checks^='01']").TextContentAsync());
    }

    private static async Task StopAsync(LivePage page)
    {
        await page.TypeAsync("cell-12", "while (true) { }");
        await page.Visit.Page.Keyboard.PressAsync("Control+Enter");
        await page.Visit.Page.WaitForSelectorAsync("#cell-cell-12[data-state=running]");
        Assert.EndsWith("was stopped", await page.RestAsync(page.PressStopAsync), StringComparison.Ordinal);
        Assert.Equal("error", await page.StateAsync("cell-12"));
        Assert.Equal("ok", await page.RunAsync("cell-12", "kept + 1")); // its variables are still there
        Assert.Contains("42", await page.OutputAsync("cell-12"), StringComparison.Ordinal);
    }

    private static async Task ReloadOfflineAsync(LivePage page)
    {
        await page.Visit.Page.Context.SetOfflineAsync(true);
        await page.Visit.Page.ReloadAsync();
        await page.StartAsync();
        Assert.Equal("kept + 1", await page.Cell("cell-12").Locator(".cm-content").InnerTextAsync());
        Assert.Equal("ok", await page.RunAsync("cell-06", "1 + 1"));
        await page.Visit.Page.GotoAsync(page.Visit.Page.Url.Replace("01-neuron-and-mse", "index", StringComparison.Ordinal));
        Assert.Equal("1 of 4 ✓", await page.Visit.Page.Locator("[data-checks^='01']").TextContentAsync());
    }
}
