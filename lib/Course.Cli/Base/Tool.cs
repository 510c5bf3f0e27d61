using System.ComponentModel;
using System.Diagnostics;

namespace Course.Cli;

/// <summary>Runs another program and reads what it says.</summary>
internal static class Tool
{
    /// <summary>The exit code of a program that is not there or took too long.</summary>
    internal const int Unfinished = -1;

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(2);

    /// <summary>The command line of the built program that runs now; not dotnet run, which would build before each notebook.</summary>
    internal static string[] ThisProgram() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "course.dll")]
            : [Environment.ProcessPath!];

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Looked up in PATH.</param>
    /// <param name="arguments">Passed one by one, without a shell.</param>
    /// <param name="folder">Where it runs; null: here.</param>
    /// <param name="environment">Variables to add.</param>
    /// <param name="patience">How long it may take; null: two minutes.</param>
    /// <returns>Its exit code and all it wrote; <see cref="Unfinished"/> if there is no such program or it took too long.</returns>
    internal static (int Code, string Said) Run(
        string program, IReadOnlyList<string> arguments, string? folder = null, Dictionary<string, string>? environment = null, TimeSpan? patience = null)
    {
        var limit = patience ?? DefaultPatience;
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                return (Unfinished, $"{program} did not end within {limit.TotalMinutes:0.##} minutes");
            }

            return (process.ExitCode, output.Result + error.Result);
        }
        catch (Win32Exception e)
        {
            return (Unfinished, e.Message);
        }
    }
}
