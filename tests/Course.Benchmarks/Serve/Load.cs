using System.Diagnostics;
using System.Net.Http.Headers;

namespace Course.Benchmarks.Serve;

/// <summary>Requests at a fixed rate, whether or not the ones before were answered: as people come.</summary>
/// <param name="Milliseconds">Sorted; from the moment at which a request was due to the end of its answer.</param>
/// <param name="Failed">Requests with another answer than 200, or none.</param>
internal sealed record Load(double[] Milliseconds, int Failed)
{
    internal double Quantile(double share) => Milliseconds[(int)(share * (Milliseconds.Length - 1))];

    internal static async Task<Load> RunAsync(Uri address, byte[] body, string type, int perSecond, TimeSpan length)
    {
        using var http = new HttpClient { BaseAddress = address };
        var answers = new List<Task<double?>>();
        var watch = Stopwatch.StartNew();
        for (var due = TimeSpan.Zero; due < length; due += TimeSpan.FromSeconds(1.0 / perSecond))
        {
            while (watch.Elapsed < due)
            {
                await Task.Delay(1);
            }

            answers.Add(AskAsync(http, body, type, watch, due));
        }

        var milliseconds = await Task.WhenAll(answers);
        return new Load([.. milliseconds.OfType<double>().Order()], milliseconds.Count(value => value is null));
    }

    private static async Task<double?> AskAsync(HttpClient http, byte[] body, string type, Stopwatch watch, TimeSpan due)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        try
        {
            using var response = await http.PostAsync("/predict", content);
            return response.IsSuccessStatusCode ? (watch.Elapsed - due).TotalMilliseconds : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
