using System.Diagnostics;
using System.Text.Json;

namespace Course.Torch.Tests.Differential;

/// <summary>Debian's PyTorch as a child process: one process for one batch.</summary>
public static class Oracle
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Present = new(() => File.Exists(Python) && Ask(Python, "-c", "import torch").Code == 0);

    public static bool IsPresent => Present.Value;

    public static string Folder { get; } = FindFolder();

    public static string Golden => Path.Combine(Folder, "golden.json");

    /// <summary>The oracle's JSON for a batch of requests.</summary>
    public static string Run(string script, string requests)
    {
        var (code, output, error) = Ask(Python, Path.Combine(Folder, script), input: requests);
        return code == 0 ? output : throw new InvalidOperationException($"{script} ended with {code}: {error}");
    }

    public static Dictionary<string, JsonElement> Parse(string answers) =>
        JsonDocument.Parse(answers).RootElement.EnumerateArray().ToDictionary(answer => answer.GetProperty("id").GetString()!);

    private static (int Code, string Output, string Error) Ask(string file, string first, string? second = null, string? input = null)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(first);
        if (second is not null)
        {
            start.ArgumentList.Add(second);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Course.Torch.Tests", "Differential");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("tests/Course.Torch.Tests/Differential lies above no folder of the test's");
    }
}
