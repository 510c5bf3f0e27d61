using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Course;

/// <summary>`course serve` for one model, as a child process on this machine; disposing it ends the process, whatever has happened.</summary>
public sealed class CourseServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _client;

    private CourseServer(Process process, Uri address) =>
        (_process, _client, Address) = (process, new HttpClient { BaseAddress = address, Timeout = Patience }, address);

    /// <summary>Where it listens: this machine's own address and a free port.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="path">A model's file.</param>
    /// <param name="said">What the server said; where none could be started, why, as a sentence.</param>
    /// <returns>Null where the model was refused, or where the `course` command cannot be found from here.</returns>
    public static CourseServer? Start(string path, out string said)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Command() is not { } command)
        {
            said = "The `course` command cannot be found from this notebook, so that nothing is served here. "
                + "Open the notebook with `course lab` or `course run`, or from the course's own folder once it is built.";
            return null;
        }

        var process = Launch(command, path);
        try
        {
            return Await(process, out said);
        }
        catch (Exception)
        {
            End(process);
            throw;
        }
    }

    /// <summary>Asks it.</summary>
    /// <param name="place">Such as <c>predict</c>.</param>
    /// <param name="json">The body.</param>
    /// <returns>The status (200 is right, 400 says that the question was wrong) and the answer's text.</returns>
    public (int Status, string Body) Post(string place, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, place) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        return Send(request);
    }

    /// <summary>Looks at a page of it, such as <c>health</c> or <c>metrics</c>.</summary>
    public (int Status, string Body) Get(string place)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        return Send(request);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        End(_process);
    }

    private (int Status, string Body) Send(HttpRequestMessage request)
    {
        using var answer = _client.Send(request);
        using var reader = new StreamReader(answer.Content.ReadAsStream(), Encoding.UTF8);
        return ((int)answer.StatusCode, reader.ReadToEnd());
    }

    // Beside this process's program (our kernel, `course run`), in the checkout around the notebook, or on the path.
    private static string[]? Command()
    {
        if (OperatingSystem.IsBrowser())
        {
            return null;
        }

        var beside = Path.Combine(AppContext.BaseDirectory, "course.dll");
        var built = Ancestors(Environment.CurrentDirectory).Select(folder => Path.Combine(folder, "lib", "Course.Cli", "bin", "Release", "net10.0", "course.dll"));
        var program = built.Prepend(beside).FirstOrDefault(File.Exists);
        return program is not null ? [Runtime(), program] : OnPath() is { } tool ? [tool] : null;
    }

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "course.exe" : "course")).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private static string Runtime() => Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";

    private static Process Launch(string[] command, string path)
    {
        var start = new ProcessStartInfo(command[0], [.. command[1..], "serve", Path.GetFullPath(path)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"{command[0]} cannot be started: {error.Message}", error);
        }
    }

    private static CourseServer? Await(Process process, out string said)
    {
        var trouble = process.StandardError.ReadToEndAsync();
        var first = process.StandardOutput.ReadLineAsync();
        if (!first.Wait(Patience))
        {
            throw new TimeoutException($"`course serve` has said nothing for {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.");
        }

        if (first.Result is not { } line)
        {
            process.WaitForExit();
            said = trouble.Result.Trim();
            process.Dispose();
            return null;
        }

        _ = process.StandardOutput.ReadToEndAsync();   // a full pipe would stop the server
        said = line;
        return new(process, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim().TrimEnd('/') + "/"));
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.Dispose();
    }
}
