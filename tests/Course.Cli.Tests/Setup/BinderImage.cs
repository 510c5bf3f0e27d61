using System.Diagnostics;

namespace Course.Cli.Tests.Setup;

/// <summary>A copy of the checkout, built by binder/postBuild in a machine where nothing else can be written.</summary>
public sealed class BinderImage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly string Setup = Path.Combine(CourseProgram.Root, "tests", "Course.Cli.Tests", "Setup");
    private readonly Scratch _scratch = new();

    /// <summary>Builds it, where its tests are not skipped.</summary>
    public BinderImage()
    {
        if (!SealedFactAttribute.IsPossible)
        {
            return;
        }

        foreach (var folder in new[] { "course", "conda", "home", "tmp" })
        {
            Directory.CreateDirectory(At(folder));
        }

        var copy = Run("bash", "-c", """
            tar -C "$0" --exclude=./.git --exclude=bin --exclude=obj --exclude=node_modules --exclude=./artifacts --exclude=./notebooks/feed -cf - . | tar -C "$1" -xf -
            """, CourseProgram.Root, At("course"));
        Assert.True(copy.Code == 0, copy.Output);
        Built = Sealed("rw", "binder/postBuild");
        HomeAfterBuild = Directory.GetFileSystemEntries(At("home"), "*", SearchOption.AllDirectories);
    }

    /// <summary>How postBuild ended, and what it said.</summary>
    internal (int Code, string Output) Built { get; }

    /// <summary>What postBuild left in its home.</summary>
    internal IReadOnlyList<string> HomeAfterBuild { get; } = [];

    /// <summary>A path of the image, from /srv on.</summary>
    internal string At(string path) => _scratch.At(path);

    /// <summary>Runs a command in the image; only /srv and /tmp can be written, and the home only if the mode is rw.</summary>
    internal (int Code, string Output) Sealed(string homeMode, params string[] command) =>
        Run("bash", [Path.Combine(Setup, "sealed.sh"), _scratch.Folder, homeMode, .. command]);

    /// <summary>Runs cells in the image's kernel, started by binder/start; output has a line for each.</summary>
    internal (int Code, string Output) Cells(string homeMode, params string[] cells) =>
        Sealed(homeMode, ["binder/start", "/usr/bin/python3", "/srv/course/tests/Course.Cli.Tests/Setup/one_cell.py", .. cells]);

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CompileAhead"] = "false"; // half a minute that makes only the start faster
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}
