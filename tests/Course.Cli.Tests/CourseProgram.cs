using System.Diagnostics;
using System.Text;

namespace Course.Cli.Tests;

/// <summary>The built <c>course</c> command as a learner would start it.</summary>
internal sealed class CourseProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private CourseProgram(Process process) => _process = process;

    internal static string Root { get; } = FindRoot();

    /// <summary>lib/Course.Cli's own output: it has packages/ and web/ beside the program.</summary>
    internal static string Executable { get; } = Path.Combine(
        Root, "lib", "Course.Cli", "bin", AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "course");

    internal int Id => _process.Id;

    internal string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Runs it to its end; output is standard output and standard error together.</summary>
    internal static (int Code, string Output) Run(string folder, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        using var program = Start(folder, arguments, environment);
        return (program.WaitForExit(), program.Output);
    }

    internal static CourseProgram Start(string folder, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        // What a shell starts in the background ignores SIGINT, and so would what we start: env gives it back, and becomes the program.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", Executable, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var program = new CourseProgram(Process.Start(start)!);
        program._process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    internal int WaitForExit()
    {
        Assert.True(_process.WaitForExit(Patience), $"course did not end; it said: {Output}");
        _process.WaitForExit(); // and its output is complete
        return _process.ExitCode;
    }

    internal void Kill() => _process.Kill();

    internal void Terminate() => Process.Start("kill", ["-TERM", $"{Id}"]).WaitForExit();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return; // the end of one of the two streams
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Course.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of a checkout");
        }

        return folder;
    }
}
