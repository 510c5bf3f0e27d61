using System.Net;
using System.Text.Json.Nodes;
using Course.Serve.Tests.Digits;
using Microsoft.OpenApi;

namespace Course.Serve.Tests.Api;

public sealed class ServerTests : IAsyncLifetime, IDisposable
{
    private readonly FakeModel _model = new(1, 28, 28);
    private LocalServer _server = null!;

    public async Task InitializeAsync() => _server = await LocalServer.StartAsync(_model);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task Health_Asked_NamesTheModel() =>
        Assert.Equal("""{"status":"ok","model":"<fake>","hash":"0123456789abcdef"}""", await _server.Http.GetStringAsync("/health"));

    [Fact]
    public async Task Model_Asked_TellsTheContract()
    {
        var facts = JsonNode.Parse(await _server.Http.GetStringAsync("/model"))!;

        Assert.Equal("[1,28,28]", facts["input"]!.ToJsonString());
        Assert.True((bool)facts["takesPictures"]!);
        Assert.Equal((0.25f, 0.5f, "# A card"), ((float)facts["mean"]!, (float)facts["deviation"]!, (string?)facts["card"]));
    }

    [Fact]
    public async Task OpenApi_Asked_IsValidAndTellsBothForms()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await _server.Http.GetStringAsync("/openapi.json"), "json");

        Assert.Empty(diagnostic!.Errors);
        var predict = document!.Paths["/predict"].Operations![HttpMethod.Post];
        Assert.Equal(["application/json", "image/png"], predict.RequestBody!.Content!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["200", "400", "413", "415", "503"], predict.Responses!.Keys.Order(StringComparer.Ordinal));
        Assert.All(["0 (paper) to 1 (full ink)", "at most 128 inputs", "20 × 20", "centre of mass", "mean 0.25", "deviation 0.5", "2,000,000 bytes"], words => Assert.Contains(words, predict.Description, StringComparison.Ordinal));
        Assert.All(["/health", "/model"], path => Assert.True(document.Paths.ContainsKey(path)));
    }

    [Fact]
    public async Task Metrics_AfterSomeRequests_CountThem()
    {
        (await _server.PostAsync(Pictures.Grey(0), "image/png")).Dispose();
        (await _server.PostAsync("nonsense")).Dispose();

        var metrics = await _server.Http.GetStringAsync("/metrics");

        Assert.Contains("course_predictions_total{label=\"0\"} 1", metrics, StringComparison.Ordinal);
        Assert.Matches("""http_requests_received_total\{code="200",method="POST"[^}]*\} 1""", metrics);
        Assert.Matches("""http_requests_received_total\{code="400",method="POST"[^}]*\} 1""", metrics);
        Assert.All(["course_inputs_together_bucket", "course_requests_waiting 0", "http_request_duration_seconds_bucket", "process_working_set_bytes"], name => Assert.Contains(name, metrics, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/draw.js", "text/javascript")]
    [InlineData("/site.css", "text/css")]
    [InlineData("/nowhere", "application/problem+json")]
    public async Task Answer_OfAnyKind_HasTheStrictHeaders(string path, string type)
    {
        using var response = await _server.Http.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    // What a browser sends when a foreign page has pointed its name at this machine.
    [Fact]
    public async Task Host_OfAnotherName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var response = await _server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Page_NameWithMarkup_IsText()
    {
        var page = await _server.Http.GetStringAsync("/");

        Assert.Contains("<title>Draw a digit · &lt;fake&gt;</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.Equal(10, page.Split("class=\"fill\"").Length - 1);
    }

    [Fact]
    public async Task Page_OfAModelOfNumbers_SaysWhatItWants()
    {
        using var numbers = new FakeModel(2, 3);
        await using var server = await LocalServer.StartAsync(numbers);

        var page = await server.Http.GetStringAsync("/");

        Assert.Contains("It wants 6 numbers for each input, shaped 2 × 3", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<canvas", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WithARequestInFlight_AnswersItFirst()
    {
        _model.Hold();
        var asked = _server.PostAsync(Pictures.Grey(0), "image/png");
        await _model.Began.WaitAsync();

        var stopped = _server.StopAsync();
        Assert.False(stopped.IsCompleted);
        _model.Release();

        await LocalServer.ReadAsync(asked, HttpStatusCode.OK);
        await stopped;
        await Assert.ThrowsAsync<HttpRequestException>(() => _server.Http.GetStringAsync("/health"));
    }
}
