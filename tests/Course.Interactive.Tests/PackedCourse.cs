using System.Diagnostics;
using Course.Interactive.Tests.Host;

namespace Course.Interactive.Tests;

/// <summary>The library in the notebooks' feed, and a learner with no packages, no progress and no history.</summary>
[CollectionDefinition(Collection)]
public sealed class PackedCourse : ICollectionFixture<PackedCourse>, IDisposable
{
    /// <summary>The tests that share it: the feed is filled once.</summary>
    internal const string Collection = "packed course";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _home = Directory.CreateTempSubdirectory("course-interactive-").FullName;

    /// <summary>Fills the feed.</summary>
    public PackedCourse() => Start("dotnet", [Checkout.Course, "pack"]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_home, recursive: true);

    /// <summary>A path in that learner's folder.</summary>
    internal string At(string name) => Path.Combine(_home, name);

    /// <summary>Runs a notebook in a process of its own.</summary>
    internal NotebookRun Run(string notebook)
    {
        var result = At(Path.ChangeExtension(notebook, ".json"));
        Start("dotnet", [typeof(PackedCourse).Assembly.Location, notebook, result]);
        return NotebookRun.Load(result);
    }

    /// <summary>Starts a program beside the notebooks, and waits for its success.</summary>
    internal void Start(string program, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Checkout.Notebooks, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["COURSE_TIER"] = "browser";
        start.Environment["COURSE_HOME"] = At("learner");
        start.Environment["HOME"] = Directory.CreateDirectory(At("user")).FullName; // its package manager remembers there where an older one was
        start.Environment["DOTNET_CLI_HOME"] = At("user");
        start.Environment["NUGET_PACKAGES"] = At("packages"); // an older Course 1.0.0 may lie in the user's
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{string.Join(' ', arguments)} took more than {Patience.TotalMinutes} minutes");
        }

        var text = string.Join('\n', said.GetAwaiter().GetResult());
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}");
    }
}
