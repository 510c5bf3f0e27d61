using Course.Serve.Digits;
using Course.Serve.Models;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static System.FormattableString;

namespace Course.Serve.Api;

/// <summary>The words of <c>/openapi.json</c> that the code cannot tell by itself.</summary>
internal static class ApiDescription
{
    internal static void Configure(OpenApiOptions options, ModelContract contract)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = contract.Name, Version = "1", Description = "A model of the C# deep-learning course, served by `course serve`." };
            document.Servers = []; // wherever this description was fetched
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancel) =>
        {
            if (context.Description.RelativePath == "predict")
            {
                operation.RequestBody = new OpenApiRequestBody { Required = true, Content = await BodiesAsync(context, contract, cancel) };
            }
        });
    }

    internal static string Predict(ModelContract contract)
    {
        var numbers = contract.IsDigit() ? "numbers from 0 (paper) to 1 (full ink); bytes up to 255 are refused, divide them by 255" : "finite numbers";
        var scaling = Invariant($"The server subtracts the mean {contract.Mean} and divides by the deviation {contract.Deviation}: send them as they were before that.");
        var json = Invariant($"JSON: {contract.Size} {numbers}, for each of at most {Limits.Inputs} inputs; flat, or nested as {InputShape.Text(contract.Input)}. {scaling}");
        var png = contract.IsDigit() ? Invariant($"\n\nPNG: one picture of one digit, of any size up to {Limits.PicturePixels:N0} pixels; grey, colour, alpha. {DrawnDigit.Description}") : "";
        return Invariant($"{json}{png}\n\nA body has at most {Limits.BodyBytes:N0} bytes. Requests that come together are computed together; when {Limits.Waiting} wait, the next one gets 503.");
    }

    // Not declared at the endpoint: the framework would then refuse other types itself, and not in a sentence.
    private static async Task<Dictionary<string, OpenApiMediaType>> BodiesAsync(OpenApiOperationTransformerContext context, ModelContract contract, CancellationToken cancel)
    {
        var bodies = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(Question), null, cancel) } };
        if (contract.IsDigit())
        {
            bodies[PredictEndpoint.Png] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        }

        return bodies;
    }
}
