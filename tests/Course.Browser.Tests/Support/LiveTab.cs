using System.Text.Json;
using Microsoft.Playwright;

namespace Course.Browser.Tests.Support;

/// <summary>The worker of a live page, without the page: what it is told and what it says.</summary>
internal sealed class LiveTab : IAsyncDisposable
{
    // One question at a time: messages up to the one that answers. Beside its own the worker tells when WebAssembly is made in it, as the
    // interpreter does of loops that run long.
    private const string Script = """
        const teller = URL.createObjectURL(new Blob(['const { Module } = WebAssembly; WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); postMessage({ type: "compiled" }); } };'], { type: "text/javascript" }));
        const script = URL.createObjectURL(new Blob([`import "${teller}"; import "${new URL("/tab/worker.js", location)}";`], { type: "text/javascript" }));
        globalThis.tab = {
          worker: new Worker(script, { type: "module" }),
          ask(question, answer) {
            return new Promise((done) => {
              const heard = [];
              this.worker.onerror = (fault) => done([{ type: "fault", text: `worker.js: ${fault.message}` }]);
              this.worker.onmessage = ({ data }) => {
                heard.push(data);
                if (data.type === answer || data.type === "fault") done(heard);
              };
              this.worker.postMessage(question);
            });
          },
        };
        """;

    private readonly StaticServer _server;
    private readonly Visit _visit;

    private LiveTab(StaticServer server, Visit visit) => (_server, _visit) = (server, visit);

    /// <summary>What the visit asked for.</summary>
    public IReadOnlyList<string> Requests => _visit.Requests;

    /// <summary>The folder that the build has made; null where .NET for the browser could not be had.</summary>
    public static string? Folder => Path.Combine(Checkout.Cli, "web") is var web && File.Exists(Path.Combine(web, "tab", "tab.json")) ? web : null;

    /// <summary>Loads the runtime in a browser.</summary>
    public static async Task<LiveTab> StartAsync(Chromium chromium, params string[] solved)
    {
        var server = new StaticServer(Folder!);
        var visit = await chromium.OpenAsync(server.Address + "tab/page.css", scripts: true);
        await visit.Page.EvaluateAsync(Script);
        var tab = new LiveTab(server, visit);
        await tab.AskAsync(new { type = "start", notebook = "01-neuron-and-mse", site = server.Address, tier = "browser", solved }, "ready");
        return tab;
    }

    /// <summary>Runs a cell: all that was said, in order; the last is how it ended.</summary>
    public Task<IReadOnlyList<JsonElement>> RunAsync(string code, int cell = 1) => AskAsync(new { type = "run", cell, code, name = $"cell {cell}" }, "ended");

    /// <summary>Sends a message and waits for one of another type.</summary>
    public async Task<IReadOnlyList<JsonElement>> AskAsync(object question, string answer)
    {
        var heard = await _visit.Page.EvaluateAsync<JsonElement>("([question, answer]) => tab.ask(question, answer)", new object[] { question, answer });
        var messages = heard.EnumerateArray().ToList();
        Assert.Equal(answer, messages[^1].GetProperty("type").GetString());
        return messages;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _visit.DisposeAsync();
        _server.Dispose();
    }
}
