using Course.Browser.Tests.Support;

namespace Course.Browser.Tests.Tab;

/// <summary>What the site's service worker keeps, and for how long.</summary>
[Collection(BrowserTests.Name)]
public sealed class ServiceWorkerTests : IDisposable
{
    private const string Read = "async (path) => (await fetch(path)).text()";

    private readonly Chromium _browser;
    private readonly string _folder = Directory.CreateTempSubdirectory("course-offline-").FullName;
    private readonly StaticServer _server;

    public ServiceWorkerTests(Chromium browser)
    {
        _browser = browser;
        File.Copy(Path.Combine(Checkout.Cli, "web", "service-worker.js"), Path.Combine(_folder, "service-worker.js"));
        Put("page.html", "<!doctype html><title>first</title>");
        Put("other.html", "<!doctype html><title>other</title>");
        Put("tab/tab.json", "{\"version\":\"1\"}");
        Put("tab/runtime/a.gz", "one");
        _server = new StaticServer(_folder);
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Site_OpenedAndChanged_IsNeverStaleAndWorksOffline()
    {
        await using var visit = await _browser.OpenAsync(_server.Address + "page.html");
        await visit.Page.EvaluateAsync("async () => { await navigator.serviceWorker.register('service-worker.js'); const { controller } = navigator.serviceWorker; if (!controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done)); }");
        await visit.Page.ReloadAsync();
        Assert.True((await visit.AskAsync("() => crossOriginIsolated")).GetBoolean());
        Assert.Equal("one", await ReadAsync(visit, "tab/tab.json", "tab/runtime/a.gz"));

        Put("page.html", "<!doctype html><title>second</title>");
        Put("tab/runtime/a.gz", "two");
        await visit.Page.ReloadAsync();
        Assert.Equal("second", await visit.Page.TitleAsync()); // the network answers
        Assert.Equal("one", await ReadAsync(visit, "tab/tab.json", "tab/runtime/a.gz")); // the version is the same

        Put("tab/tab.json", "{\"version\":\"2\"}");
        Assert.Equal("two", await ReadAsync(visit, "tab/tab.json", "tab/runtime/a.gz"));
        Assert.Equal(["course / 2"], await visit.AskTextsAsync("() => caches.keys()"));

        await visit.Page.ReloadAsync();
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.ReloadAsync();
        Assert.Equal("second", await visit.Page.TitleAsync());
        Assert.Equal("two", await ReadAsync(visit, "tab/tab.json", "tab/runtime/a.gz"));
        await visit.Page.GotoAsync(_server.Address + "other.html");
        Assert.Equal("No network", await visit.Page.TitleAsync()); // it was never opened
    }

    // The second, after the first.
    private static async Task<string> ReadAsync(Visit visit, string first, string second)
    {
        await visit.Page.EvaluateAsync<string>(Read, first);
        return await visit.Page.EvaluateAsync<string>(Read, second);
    }

    private void Put(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
