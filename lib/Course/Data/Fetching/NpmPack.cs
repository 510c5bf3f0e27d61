using System.ComponentModel;
using System.Diagnostics;

namespace Course;

/// <summary><c>npm pack name@version</c>: npm checks the package's integrity and knows the machine's proxy and mirror.</summary>
internal sealed class NpmPack(string program = "npm") : IPackageSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Pack(string package, string folder)
    {
        using var process = Start(package, folder);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new SourceException($"`npm pack {package}` did not end within {Patience.TotalMinutes:0} minutes");
        }

        _ = output.GetAwaiter().GetResult();
        return process.ExitCode == 0 && Directory.GetFiles(folder, "*.tgz") is [var archive]
            ? archive
            : throw new SourceException($"`npm pack {package}` failed ({Reason(errors.GetAwaiter().GetResult(), process.ExitCode)})");
    }

    private Process Start(string package, string folder)
    {
        // No retries: npm waits a minute between them, and the other source is at hand. npm is a .cmd on Windows, which only the shell can start.
        string[] command = OperatingSystem.IsWindows() ? ["cmd.exe", "/d", "/c", program] : [program];
        var start = new ProcessStartInfo(
            command[0], [.. command[1..], "pack", package, "--silent", "--ignore-scripts", "--loglevel=error", "--fetch-retries=0", "--pack-destination", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new SourceException("npm is not installed", e);
        }
    }

    // npm's own words are a page long; its error code says enough.
    private static string Reason(string errors, int exitCode)
    {
        var words = errors.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var code = Array.IndexOf(words, "code");
        return code >= 0 && code + 1 < words.Length ? words[code + 1] : $"exit code {exitCode}";
    }
}
