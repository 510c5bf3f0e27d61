using System.Text.Json;
using Course.Serve.Digits;
using Course.Serve.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Course.Serve.Api;

/// <summary><c>POST /predict</c>.</summary>
internal sealed class PredictEndpoint(IModel model, ModelQueue queue, ServerMetrics metrics)
{
    internal const string Png = "image/png";

    private readonly ModelContract _contract = model.Contract;

    internal async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return Results.Ok(await PredictAsync(request, cancel));
        }
        catch (RefusedException e)
        {
            return Results.Problem(e.Message, statusCode: e.Status);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Results.Problem($"The body is larger than {Limits.BodyBytes:N0} bytes. Send fewer inputs at once, or a smaller picture.", statusCode: e.StatusCode);
        }
    }

    private async Task<Answer> PredictAsync(HttpRequest request, CancellationToken cancel)
    {
        var isPicture = IsPicture(request);
        var (inputs, count) = isPicture
            ? (DrawnDigit.Read(await BytesAsync(request, cancel)), 1)
            : JsonInputs.Read(await JsonAsync(request, cancel), _contract);
        var rows = await queue.AskAsync(inputs, count, cancel);
        return new Answer([.. rows.Select(row => Predict(row, isPicture ? inputs : null))], _contract.Name, model.Hash);
    }

    private Prediction Predict(float[] probabilities, float[]? seen)
    {
        var label = _contract.Labels[Array.IndexOf(probabilities, probabilities.Max())];
        metrics.Predicted(label);
        return new Prediction(label, probabilities, seen);
    }

    private bool IsPicture(HttpRequest request)
    {
        if (request.HasJsonContentType())
        {
            return false;
        }

        var isPng = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Png, StringComparison.OrdinalIgnoreCase);
        return isPng && _contract.IsDigit()
            ? true
            : throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, $"The content type is {(request.ContentType is { Length: > 0 } said ? said : "not said")}; this model takes {(_contract.IsDigit() ? $"application/json, or {Png} with the file as it is as the body" : "application/json")}.");
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static async Task<JsonElement> JsonAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, JsonSerializerOptions.Default, cancel);
        }
        catch (JsonException e)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, $"The body is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine} cannot be read.");
        }
    }
}
