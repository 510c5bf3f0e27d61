using System.Text.RegularExpressions;
using Course.Browser.Tests.Support;
using Course.Tests.Charts;

namespace Course.Browser.Tests.Charts;

/// <summary>Plain pages with charts on them, served on loopback.</summary>
public sealed partial class ChartPages : IAsyncLifetime, IDisposable
{
    private const string Plain = "<script src=\"plotly.min.js\"></script>";

    private readonly string _folder = Directory.CreateTempSubdirectory("course-charts-").FullName;
    private readonly StaticServer _server;
    private readonly Dictionary<int, Visit> _visits = [];

    /// <summary>Writes the pages.</summary>
    public ChartPages()
    {
        File.Copy(Path.Combine(Checkout.Cli, "web", "plotly.min.js"), Path.Combine(_folder, "plotly.min.js"));
        Write("all", Plain + string.Concat(Specimens.All.Select(s => $"<h2>{s.Key}</h2><section id=\"{Id(s.Key)}\">{Html(s.Key)}</section>")));
        foreach (var kind in new[] { "two sliders", "animation", "line fit", "graph" })
        {
            Write(kind, Plain + Html(kind));
        }

        Write("twice", Plain + Html("bar") + Html("bar"));

        // As in a notebook: require.js is there, a chart comes before the output that carries plotly.js.
        var amd = "<script>window.define=function(){throw new Error('Mismatched anonymous define()')};window.define.amd={}</script>";
        Write("notebook", amd + Html("bar") + Course.Notebook.Open("00").ToHtml());
        _server = new StaticServer(_folder);
    }

    /// <summary>The address of a page.</summary>
    public string this[string name] => _server.Address + Id(name) + ".html";

    /// <summary>The page with every kind, opened once for each width: to draw it takes seconds. Who changes it lets it be as it was, but for its sliders.</summary>
    internal async Task<Visit> OpenAllAsync(Chromium browser, int width = 1280) =>
        _visits.TryGetValue(width, out var visit) ? visit : _visits[width] = await browser.OpenAsync(this["all"], width);

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var visit in _visits.Values)
        {
            await visit.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Id(string name) => name.Replace(' ', '-');

    /// <summary>A specimen without plotly.js, which the page or the notebook has once.</summary>
    internal static string Html(string kind) => Loader().Replace(Specimens.All[kind]().ToHtml(), "");

    private void Write(string name, string body) => File.WriteAllText(
        Path.Combine(_folder, Id(name) + ".html"),
        "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><link rel=icon href=\"data:,\">"
        + "<title>charts</title><style>body{margin:16px;font-family:sans-serif;color:#222;background:#fff}body.dark{color:#eee;background:#111}</style></head><body>"
        + body + "</body></html>");

    [GeneratedRegex("<!--course:plotly-->.*?<!--/course:plotly-->", RegexOptions.Singleline)]
    private static partial Regex Loader();
}
