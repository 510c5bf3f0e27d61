using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Cli.Tests;
using Course.Serve.Tests.Digits;
using static TorchSharp.torch;

namespace Course.Serve.Tests.Command;

/// <summary>The built <c>course serve</c>, from its start to its end.</summary>
public sealed partial class ServeCommandTests : IDisposable
{
    private const int Usage = 2;
    private const int MissingData = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("course-serve-").FullName;
    private readonly string _model;

    public ServeCommandTests()
    {
        _model = Path.Combine(_folder, "digits.safetensors");
        using var net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10));
        ModelFile.Save(_model, net, new ModelContract("digits", [1, 28, 28], [.. "0123456789".Select(digit => $"{digit}")], 0.1307f, 0.3081f));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("-INT", true)] // a terminal's Ctrl-C reaches the server too
    [InlineData("-TERM", false)]
    public async Task Serve_StoppedWithARequestInFlight_AnswersItAndLeavesNothing(string signal, bool alsoToServer)
    {
        using var course = CourseProgram.Start(_folder, ["serve", _model]);
        var address = Address(course);
        var server = Children(course.Id).Single();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        var png = Pictures.Grey(0);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: {png.Length}\r\nExpect: 100-continue\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync()); // the server reads: the request is in flight

        Process.Start("kill", [signal, $"{course.Id}", .. alsoToServer ? [$"{server}"] : Array.Empty<string>()]).WaitForExit();
        Waiting.Until(() => !Listens(address.Port), () => "it still listens");
        await stream.WriteAsync(png);

        Assert.Contains("HTTP/1.1 200 OK", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(0, course.WaitForExit());
        Waiting.ForDeath(server);
    }

    [Fact]
    public async Task Serve_Killed_LeavesNoServer()
    {
        using var course = CourseProgram.Start(_folder, ["serve", "digits.safetensors", "--host", "localhost"]);
        using var http = new HttpClient { BaseAddress = Address(course) };
        var server = Children(course.Id).Single();
        Assert.Equal("digits", (string?)(await http.GetFromJsonAsync<JsonNode>("/health"))!["model"]);
        using var font = await http.GetAsync("/fonts/source-sans-3-latin-wght-normal.woff2"); // from beside the command
        Assert.Equal((HttpStatusCode.OK, "font/woff2"), (font.StatusCode, font.Content.Headers.ContentType?.MediaType));

        course.Kill();

        Waiting.ForDeath(server);
    }

    [Fact]
    public void Serve_PortThatIsTaken_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Refuses(Usage, $"port {port} is taken by another program", "serve", _model, "--port", $"{port}");
    }

    [Fact]
    public void Serve_ADamagedFile_IsRefusedBeforeItIsLoaded()
    {
        var bytes = File.ReadAllBytes(_model);
        bytes[^100] ^= 1;
        File.WriteAllBytes(_model, bytes);

        Refuses(MissingData, "digits.safetensors is damaged", "serve", _model);
    }

    [Fact]
    public void Serve_NoFile_SaysSo() => Refuses(MissingData, "there is no file", "serve", Path.Combine(_folder, "seven.safetensors"));

    [Fact]
    public void Serve_AFolder_SaysWhatIsWanted() => Refuses(Usage, "is a folder; name the model's file in it", "serve", _folder);

    [Theory]
    [InlineData("no-such-host.invalid", "is no address of this machine and no known name")]
    [InlineData("192.0.2.1", "nothing can listen on 192.0.2.1")] // an address for documents: nobody's
    public void Serve_AForeignHost_SaysSo(string host, string sentence) => Refuses(Usage, sentence, "serve", _model, "--host", host);

    private void Refuses(int code, string sentence, params string[] arguments)
    {
        var (ended, output) = CourseProgram.Run(_folder, arguments);

        Assert.True(ended == code, $"{ended}: {output}");
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n')); // and no stack trace
    }

    private static Uri Address(CourseProgram course)
    {
        Waiting.Until(() => AddressLine().IsMatch(course.Output), () => $"no address; course said: {course.Output}");
        return new Uri(AddressLine().Match(course.Output).Value);
    }

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int[] Children(int process) => [.. Directory.GetDirectories($"/proc/{process}/task")
        .SelectMany(thread => File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))];

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressLine();
}
