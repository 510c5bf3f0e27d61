using System.Net;
using System.Text.Json.Serialization;
using Course.Serve.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace Course.Serve.Api;

/// <summary>One model behind HTTP.</summary>
internal static class Server
{
    /// <summary>Builds it; it does not listen yet.</summary>
    /// <param name="model">Disposed by whoever made it, after the server.</param>
    /// <param name="at">Where it listens; port 0: a free one.</param>
    /// <param name="fonts">A folder with the site's fonts; null: the page takes the system's.</param>
    internal static WebApplication Build(IModel model, IPEndPoint at, string? fonts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a start that fails is told in a sentence
        builder.WebHost.ConfigureKestrel(options => Listen(options, at));
        if (IPAddress.IsLoopback(at.Address))
        {
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]"; // a name that some page has pointed at this machine is none of its own
        }

        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(options => ApiDescription.Configure(options, model.Contract));
        var metrics = new ServerMetrics();
        builder.Services.AddSingleton(_ => new ModelQueue(model, metrics.Computed)); // ends with the server
        var app = builder.Build();
        Map(app, model, metrics, fonts);
        return app;
    }

    private static void Listen(KestrelServerOptions options, IPEndPoint at)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = Limits.BodyBytes;
        options.Listen(at);
    }

    private static void Map(WebApplication app, IModel model, ServerMetrics metrics, string? fonts)
    {
        var queue = app.Services.GetRequiredService<ModelQueue>();
        metrics.Watch("course_requests_waiting", "Requests that wait for the model.", () => queue.Waiting);
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseHttpMetrics(options =>
        {
            options.RequestCount.Registry = options.RequestDuration.Registry = options.InProgress.Registry = metrics.Registry;
        });
        if (Directory.Exists(fonts))
        {
            app.UseStaticFiles(new StaticFileOptions { RequestPath = "/fonts", FileProvider = new PhysicalFileProvider(fonts) });
        }

        MapPage(app, model);
        MapApi(app, model, new PredictEndpoint(model, queue, metrics));
        app.MapOpenApi("/openapi.json");
        app.MapMetrics("/metrics", metrics.Registry);
    }

    private static void MapPage(WebApplication app, IModel model)
    {
        var page = ModelPage.Of(model);
        app.MapGet("/", () => Results.Content(page, "text/html; charset=utf-8")).ExcludeFromDescription();
        foreach (var (name, type) in Resources.Files)
        {
            var content = Resources.Read(name);
            app.MapGet("/" + name, () => Results.Content(content, type)).ExcludeFromDescription();
        }
    }

    private static void MapApi(WebApplication app, IModel model, PredictEndpoint predict)
    {
        var contract = model.Contract;
        const string tag = "model";
        app.MapPost("/predict", predict.AnswerAsync)
            .WithTags(tag)
            .WithSummary("Probabilities of each label, for one or more inputs")
            .WithDescription(ApiDescription.Predict(contract))
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapGet("/model", () => new ModelFacts(contract.Name, contract.Input, contract.IsDigit(), contract.Labels, contract.Mean, contract.Deviation, model.Hash, model.Card))
            .WithTags(tag).WithSummary("What the model takes and what its answers mean");
        app.MapGet("/health", () => new Health("ok", contract.Name, model.Hash))
            .WithTags(tag).WithSummary("Whether the model answers");
    }
}
