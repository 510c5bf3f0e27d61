using System.Net;
using System.Net.Http.Headers;

namespace Course;

/// <summary>Downloads over HTTPS into a <c>.part</c> file that a later attempt continues.</summary>
internal sealed class HttpsFile(HttpClient client, TimeSpan stall)
{
    private const int BufferSize = 1 << 16;

    /// <summary>Continues until the file is whole, as long as each attempt brings something new.</summary>
    /// <param name="address">What to get.</param>
    /// <param name="part">Path of the file that grows; what it holds is kept when this fails.</param>
    /// <param name="report">Called after each block with the bytes on disk and the whole length if known.</param>
    /// <exception cref="SourceException">No answer, an error status, or the connection broke twice at the same place.</exception>
    public void Download(Uri address, string part, Action<long, long?> report)
    {
        while (true)
        {
            var before = Length(part);
            try
            {
                Attempt(address, part, report).GetAwaiter().GetResult();
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                if (Length(part) <= before)
                {
                    DeleteIfEmpty(part);
                    throw new SourceException($"{address.Host}: {Reason(e)}", e);
                }
            }
        }
    }

    private async Task Attempt(Uri address, string part, Action<long, long?> report)
    {
        using var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        using var watch = new CancellationTokenSource(stall);
        using var response = await Begin(address, file, watch.Token).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return;   // whole already; the hash will tell
        }

        response.EnsureSuccessStatusCode();
        var isContinued = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == file.Length;
        file.SetLength(isContinued ? file.Length : 0);
        file.Position = file.Length;
        var total = file.Length + response.Content.Headers.ContentLength;
        using var body = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        while (true)
        {
            watch.CancelAfter(stall);
            var count = await body.ReadAsync(buffer, watch.Token).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            file.Write(buffer, 0, count);
            report(file.Length, total);
        }
    }

    private async Task<HttpResponseMessage> Begin(Uri address, FileStream file, CancellationToken cancel)
    {
        var response = await Ask(address, file.Length, cancel).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.RequestedRangeNotSatisfiable
            || response.Content.Headers.ContentRange?.Length == file.Length)
        {
            return response;
        }

        // Our part is longer than the server's file: it belongs to something else.
        response.Dispose();
        file.SetLength(0);
        return await Ask(address, 0, cancel).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> Ask(Uri address, long from, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("course", "1.0"));
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
    }

    private static void DeleteIfEmpty(string path)
    {
        if (Length(path) == 0)
        {
            File.Delete(path);
        }
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private string Reason(Exception e) => e switch
    {
        OperationCanceledException => $"nothing came for {stall.TotalSeconds:0} s",
        HttpRequestException { StatusCode: { } status } => $"answered {(int)status} {status}",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "no such address, or no network",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        _ => e.Message.TrimEnd('.'),
    };
}
