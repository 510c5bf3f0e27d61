using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Tests.DataSets;

/// <summary>A file server on a free port of this machine, which misbehaves as told: one entry of the script per request.</summary>
public sealed partial class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _content;
    private readonly Queue<Behaviour> _script;

    public LoopbackServer(byte[] content, params Behaviour[] script)
    {
        (_content, _script) = (content, new Queue<Behaviour>(script));
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public enum Behaviour
    {
        Whole, CutInHalf, IgnoreRange, NotFound, Redirect, Silent,
    }

    /// <summary>The Range header of each request, "" where there was none.</summary>
    public List<string> Ranges { get; } = [];

    public Uri Address => Uri("file.bin");

    public void Dispose() => _listener.Dispose();

    public Uri Uri(string name) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{name}");

    private async Task Serve()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var stream = client.GetStream();
            var request = await ReadRequest(stream);
            var range = RangeHeader().Match(request);
            Ranges.Add(range.Value);
            var from = range.Success ? int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            await Answer(stream, from, _script.TryDequeue(out var behaviour) ? behaviour : Behaviour.Whole);
        }
    }

    private async Task Answer(NetworkStream stream, int from, Behaviour behaviour)
    {
        if (behaviour == Behaviour.Silent)
        {
            _ = await ReadRequest(stream);   // until the client gives up
            return;
        }

        if (behaviour == Behaviour.NotFound)
        {
            await Write(stream, "404 Not Found", "Content-Length: 0", []);
            return;
        }

        if (behaviour == Behaviour.Redirect)
        {
            await Write(stream, "302 Found", $"Content-Length: 0\r\nLocation: {Address}", []);
            return;
        }

        from = behaviour == Behaviour.IgnoreRange ? 0 : from;
        if (from >= _content.Length)
        {
            await Write(stream, "416 Range Not Satisfiable", $"Content-Length: 0\r\nContent-Range: bytes */{_content.Length}", []);
            return;
        }

        var rest = _content[from..];
        var headers = $"Content-Length: {rest.Length}" + (from > 0 ? $"\r\nContent-Range: bytes {from}-{_content.Length - 1}/{_content.Length}" : "");
        await Write(stream, from > 0 ? "206 Partial Content" : "200 OK", headers, behaviour == Behaviour.CutInHalf ? rest[..(rest.Length / 2)] : rest);
    }

    private static async Task Write(NetworkStream stream, string status, string headers, byte[] body)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n\r\n"));
        await stream.WriteAsync(body);
    }

    private static async Task<string> ReadRequest(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var count)
        {
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    [GeneratedRegex(@"Range: bytes=(\d+)-")]
    private static partial Regex RangeHeader();
}
