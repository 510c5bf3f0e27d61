using System.Text.Json;
using Microsoft.Playwright;

namespace Course.Browser.Tests.Support;

/// <summary>An open page and what it said and asked for since it was opened.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string Probe = ReadProbe();

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];
    private readonly List<string> _missing = [];

    public Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"uncaught: {error}");
        page.RequestFailed += (_, request) => Note(!request.Url.StartsWith("data:", StringComparison.Ordinal), $"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => _missing.AddRange(response.Status == 404 ? [response.Url] : Array.Empty<string>());
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, uncaught exceptions, failed requests.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Addresses at which nothing was.</summary>
    public IReadOnlyList<string> Missing => _missing;

    public async Task GoAsync(string url, bool waitForCharts)
    {
        await Page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await ProbeAsync();
        if (waitForCharts)
        {
            try
            {
                await Page.WaitForFunctionAsync("() => probe.drawn()", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
            }
            catch (TimeoutException)
            {
                _errors.Add("charts or diagrams were not drawn within a minute");
            }
        }
    }

    /// <summary>Does what leads to another page, and waits until the page is that. The wait begins first: an address that came between act and wait would be missed.</summary>
    public Task ArriveAsync(string url, Func<Task> act) =>
        Task.WhenAll(Page.WaitForURLAsync(url, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit }), act());

    /// <summary>Puts what the tests ask with into the page; a page that loads itself again has lost it.</summary>
    public Task ProbeAsync() => Page.EvaluateAsync(Probe);

    /// <summary>The system's evening comes while the page is open; its charts have followed when this ends.</summary>
    public async Task DarkenAsync()
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Page.WaitForFunctionAsync("() => probe.drawn()");
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 250)))");
    }

    public Task<JsonElement> AskAsync(string expression) => Page.EvaluateAsync<JsonElement>(expression);

    public async Task<string[]> AskTextsAsync(string expression) => await Page.EvaluateAsync<string[]>(expression);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool isError, string text)
    {
        if (isError)
        {
            _errors.Add(text);
        }
    }

    private static string ReadProbe()
    {
        using var stream = typeof(Visit).Assembly.GetManifestResourceStream("probe.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
