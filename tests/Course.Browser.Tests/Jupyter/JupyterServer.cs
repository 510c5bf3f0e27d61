using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Course.Browser.Tests.Jupyter;

/// <summary>Debian's Jupyter Notebook on loopback, one for all tests.</summary>
public sealed class JupyterServer : IAsyncLifetime, IDisposable
{
    private const string Token = "course";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly JupyterHome _home = new("browser"); // the least work: these tests ask what arrives and is drawn
    private readonly StringBuilder _log = new();
    private Process? _process;
    private int _port;

    /// <summary>Where its notebooks lie.</summary>
    public string Notebooks => _home.Notebooks;

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task InitializeAsync()
    {
        _port = FreePort();
        var start = _home.Describe(
            "/usr/bin/python3", "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={_port}", "--port-retries=0", $"--NotebookApp.token={Token}");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync(client))
        {
            Assert.True(!_process.HasExited && watch.Elapsed < Patience, $"Jupyter did not start:\n{Log}");
            await Task.Delay(100);
        }
    }

    /// <summary>The address of a notebook.</summary>
    public string Address(string name) => $"http://127.0.0.1:{_port}/notebooks/{name}?token={Token}";

    /// <summary>Makes a notebook one of the user's own.</summary>
    internal void Trust(string name) => _home.Trust(name);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            // Its kernels see that their parent is gone, and go too; this is quicker.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Dispose();
        _home.Dispose();
    }

    /// <summary>What it said.</summary>
    private string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{_port}/api/status?token={Token}"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
