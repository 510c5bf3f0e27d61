using Microsoft.Playwright;

namespace Course.Browser.Tests.Support;

/// <summary>One real browser for all tests; each visit has a profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // No sandbox: tests may run as root in a container. The rest keeps the browser from talking to anyone by itself.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<string, Task<PageFacts>> _facts = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Starts the installed browser.</summary>
    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Headless = true, Args = Flags });
    }

    /// <summary>Ends the browser.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>The facts of a page, gathered once; the tests each look at one of them.</summary>
    internal Task<PageFacts> FactsAsync(string url) =>
        _facts.TryGetValue(url, out var facts) ? facts : _facts[url] = PageFacts.GatherAsync(this, url);

    /// <summary>Opens a page and waits until its charts and diagrams are drawn.</summary>
    /// <param name="url">http on loopback, or file.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="dark">What the system prefers.</param>
    /// <param name="scripts">False: the page's scripts do not run.</param>
    /// <param name="touch">Whether the screen feels fingers.</param>
    /// <param name="keeps">False: the browser takes no service worker, as in some private windows.</param>
    internal async Task<Visit> OpenAsync(string url, int width = 1280, bool dark = false, bool scripts = true, bool touch = false, bool keeps = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            HasTouch = touch,
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.GoAsync(url, waitForCharts: scripts);
        return visit;
    }

    private static string Find()
    {
        string[] candidates =
        [
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        ];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("no Chromium found; install it (apt-get install chromium), or name it in the environment variable CHROMIUM");
    }
}
