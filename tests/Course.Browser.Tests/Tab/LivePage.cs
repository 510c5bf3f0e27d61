using Course.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Course.Browser.Tests.Tab;

/// <summary>A page of the course whose cells run in the browser.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private const int Longest = 300_000; // notebook 16, beside another on two cores

    private LivePage(Visit visit) => Visit = visit;

    /// <summary>The open page.</summary>
    public Visit Visit { get; }

    /// <summary>What the bar says.</summary>
    public ILocator Said => Visit.Page.Locator(".run .said");

    private IPage Page => Visit.Page;

    // 0 where it has not come to rest yet, or is not live.
    private async Task<int> TurnAsync() => (await Visit.AskAsync("() => Number(document.querySelector('main').dataset.turn ?? 0)")).GetInt32();

    /// <summary>Opens a page and presses nothing.</summary>
    public static async Task<LivePage> OpenAsync(Chromium browser, string url, int width = 1280, bool dark = false, bool keeps = true) =>
        new(await browser.OpenAsync(url, width, dark, keeps: keeps));

    /// <summary>Presses the button and stops at once: the page is live, and none of its cells ran.</summary>
    public async Task StartAsync() => Assert.StartsWith("Ready", await RestAsync(async () =>
    {
        await PressAsync();
        await PressStopAsync();
    }), StringComparison.Ordinal);

    /// <summary>Presses the button, and waits until the cells are editors.</summary>
    public async Task PressAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run this page" }).ClickAsync();
        await Page.WaitForSelectorAsync("main[data-live]", new() { Timeout = Longest });
        await Visit.ProbeAsync(); // the first press may load the page once more
    }

    /// <summary>Does something that makes cells run, and waits until nothing runs any more; says how it ended.</summary>
    public async Task<string> RestAsync(Func<Task> act)
    {
        var turn = await TurnAsync();
        await act();
        await Page.WaitForSelectorAsync($"main[data-turn='{turn + 1}']", new() { Timeout = Longest });
        return await Said.InnerTextAsync();
    }

    /// <summary>A cell by its id.</summary>
    public ILocator Cell(string id) => Page.Locator($"#cell-{id}");

    /// <summary>A button of a cell.</summary>
    public Task PressAsync(string id, string button) => Cell(id).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>Types other code into a cell.</summary>
    public async Task TypeAsync(string id, string code)
    {
        await Cell(id).Locator(".cm-content").ClickAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(code);
    }

    /// <summary>Types code and runs it as a reader does, by keyboard; gives the cell's state.</summary>
    public async Task<string?> RunAsync(string id, string code)
    {
        await TypeAsync(id, code);
        await RestAsync(() => Page.Keyboard.PressAsync("Control+Enter"));
        return await StateAsync(id);
    }

    /// <summary>Presses Stop.</summary>
    public Task PressStopAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

    /// <summary>A cell's state.</summary>
    public Task<string?> StateAsync(string id) => Cell(id).GetAttributeAsync("data-state");

    /// <summary>What a cell shows, as text.</summary>
    public Task<string> OutputAsync(string id) => Cell(id).Locator("> .output").InnerTextAsync();

    /// <summary>The states of all cells.</summary>
    public Task<string[]> StatesAsync() => Visit.AskTextsAsync("() => [...document.querySelectorAll('section.cell[data-cell]')].map(cell => cell.dataset.state)");

    /// <summary>Errors of the page, without those of the load that the first press broke off.</summary>
    public IEnumerable<string> Errors => Visit.Errors.Where(error => !error.Contains("ERR_ABORTED", StringComparison.Ordinal));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Visit.DisposeAsync();
}
