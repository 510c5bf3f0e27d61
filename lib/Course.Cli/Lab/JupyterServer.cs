using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Course.Cli.Lab;

/// <summary>A Jupyter server on this machine's own address, which ends with us.</summary>
internal sealed class JupyterServer : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);

    // Jupyter gives each kernel five seconds before it kills it.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    // By environment, not by option: other users can read a command line.
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
    private readonly HttpClient _http;
    private readonly LabPlace _place;
    private readonly Process _process;
    private readonly ServerLog _log;
    private bool _ready;

    /// <summary>Starts it; it does not answer yet.</summary>
    internal JupyterServer(Jupyter jupyter, LabPlace place, bool openBrowser)
    {
        _place = place;
        _log = new ServerLog(place.Log);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{place.Port}"), Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", _token);
        _process = Process.Start(Describe(jupyter, openBrowser))!;
        _process.OutputDataReceived += (_, line) => _log.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _log.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where a browser finds it; whoever has this address can run programs as this user.</summary>
    internal string Address => $"http://127.0.0.1:{_place.Port}{_place.Page}?token={_token}";

    /// <summary>Waits until it answers.</summary>
    /// <returns>Null, or why it does not.</returns>
    internal async Task<string?> WaitUntilReady(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (!await Answers(cancel))
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync(cancel); // and its last lines are here
                return $"Jupyter ended with code {_process.ExitCode}; all that it said is in {CourseFolders.Shorten(_place.Log)}{_log.Tail()}";
            }

            if (watch.Elapsed > StartPatience)
            {
                return $"Jupyter does not answer on port {_place.Port}; what it said is in {CourseFolders.Shorten(_place.Log)}{_log.Tail()}";
            }

            await Task.Delay(Poll, cancel);
        }

        _ready = true;
        return null;
    }

    /// <summary>Waits for its end: it has a menu entry for that too.</summary>
    internal Task WaitForExit(CancellationToken cancel) => _process.WaitForExitAsync(cancel);

    /// <summary>Asks it to end with all its kernels, and kills what stays.</summary>
    internal async Task Stop()
    {
        using var patience = new CancellationTokenSource(_ready ? StopPatience : TimeSpan.Zero);
        try
        {
            await AskToEnd(patience.Token);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _http.Dispose();
        _log.Dispose();
    }

    private ProcessStartInfo Describe(Jupyter jupyter, bool openBrowser)
    {
        string[] options =
        [
            "--ip=127.0.0.1", $"--port={_place.Port}", "--port-retries=0", $"--notebook-dir={_place.Notebooks}",
            .. jupyter.OpenAt(_place.Page),
            .. openBrowser ? [] : new[] { "--no-browser" },
            .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--allow-root"] : Array.Empty<string>(),
        ];
        var start = new ProcessStartInfo(jupyter.Program, [.. jupyter.Arguments, .. options])
        {
            WorkingDirectory = _place.Notebooks,
            RedirectStandardInput = true, // with a terminal, Jupyter asks whether Ctrl-C was meant
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_TOKEN"] = _token;
        start.Environment["JUPYTER_PATH"] = Environment.GetEnvironmentVariable("JUPYTER_PATH") is { Length: > 0 } others
            ? _place.Data + Path.PathSeparator + others
            : _place.Data;
        return start;
    }

    // Only our own server knows the token.
    private async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("/api/status", UriKind.Relative), cancel);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task AskToEnd(CancellationToken patience)
    {
        try
        {
            using var response = await _http.PostAsync(new Uri("/api/shutdown", UriKind.Relative), null, patience);
        }
        catch (HttpRequestException)
        {
            // A terminal's Ctrl-C reaches Jupyter as well: it listens no more and is on its way out.
        }
    }

    private void Kill()
    {
        if (!_process.HasExited)
        {
            ProcessTree.Kill(_process);
            _process.WaitForExit();
        }
    }
}
