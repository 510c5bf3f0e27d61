using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Course.Serve.Api;
using Course.Serve.Models;
using Microsoft.AspNetCore.Builder;

namespace Course.Serve.Tests.Api;

/// <summary>The server in this process, on a free port of loopback.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => (_app, Http) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    internal HttpClient Http { get; }

    internal static async Task<LocalServer> StartAsync(IModel model)
    {
        var app = Server.Build(model, new IPEndPoint(IPAddress.Loopback, 0), fonts: null);
        await app.StartAsync();
        return new LocalServer(app);
    }

    internal Task StopAsync() => _app.StopAsync();

    internal Task<HttpResponseMessage> PostAsync(string body, string type = "application/json") => PostAsync(Encoding.UTF8.GetBytes(body), type);

    internal Task<HttpResponseMessage> PostAsync(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Http.PostAsync("/predict", content);
    }

    /// <summary>Asks, expects a status, and returns what was answered.</summary>
    internal static async Task<JsonNode> ReadAsync(Task<HttpResponseMessage> asked, HttpStatusCode expected)
    {
        using var response = await asked;
        var said = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {said}");
        return JsonNode.Parse(said)!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
