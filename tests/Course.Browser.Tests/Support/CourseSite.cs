using System.Diagnostics;

namespace Course.Browser.Tests.Support;

/// <summary>The course's own site: what <c>course run</c> at the fast tier writes, made once for all tests.</summary>
/// <remarks>COURSE_SITE may name a site that an earlier step made; one that is older than a notebook is refused.</remarks>
public sealed class CourseSite : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(12);

    private string? _temporary;
    private StaticServer? _server;

    /// <summary>The pages but the index, as the committed notebooks have them.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file) + ".html").Order(StringComparer.Ordinal)];

    /// <summary>The site's address, with a slash at its end.</summary>
    public string Address => _server!.Address;

    /// <summary>The notebooks with the outputs of that run.</summary>
    public string Notebooks { get; private set; } = "";

    /// <summary>Runs the notebooks, or takes what is there.</summary>
    public async Task InitializeAsync()
    {
        var folder = Environment.GetEnvironmentVariable("COURSE_SITE");
        if (string.IsNullOrEmpty(folder))
        {
            _temporary = Directory.CreateTempSubdirectory("course-site-").FullName;
            await RunCourseAsync(_temporary);
            folder = Path.Combine(_temporary, "site");
        }
        else
        {
            RequireFresh(folder);
        }

        Notebooks = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, "notebooks");
        _server = new StaticServer(folder);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _server?.Dispose();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static void RequireFresh(string folder)
    {
        var manifest = new FileInfo(Path.Combine(folder, "site.json"));
        var newest = Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Max(File.GetLastWriteTimeUtc);
        if (!manifest.Exists || manifest.LastWriteTimeUtc < newest)
        {
            throw new InvalidOperationException($"COURSE_SITE={folder} is no site, or older than a notebook; run `course run` again or unset the variable");
        }
    }

    private static async Task RunCourseAsync(string output)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Checkout.Cli, "course.dll"), "run", "--tier", "fast", "--out", output])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var text = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(LongestRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"course run took more than {LongestRun.TotalMinutes} minutes:\n{string.Join('\n', await text)}");
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"course run ended with {process.ExitCode}:\n{string.Join('\n', await text)}");
        }
    }
}
