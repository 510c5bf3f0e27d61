using System.Diagnostics;

namespace Course.Cli.Lab;

/// <summary>A process and all that it started.</summary>
internal static class ProcessTree
{
    private const int Rounds = 3; // what it starts meanwhile is found in the next one

    /// <summary>Kills it. On Linux without the step by which .NET does it, which first suspends each process: if we end in between, they stay suspended for ever.</summary>
    internal static void Kill(Process root)
    {
        if (!OperatingSystem.IsLinux())
        {
            root.Kill(entireProcessTree: true);
            return;
        }

        for (var round = 0; round < Rounds; round++)
        {
            Below(root.Id).ForEach(Kill);
        }

        root.Kill();
    }

    private static void Kill(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            found.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }

    private static List<int> Below(int process) => [.. Children(process).SelectMany(child => Below(child).Append(child))];

    private static IEnumerable<int> Children(int process)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{process}/task")
                .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(int.Parse)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // it has ended
        }
    }
}
