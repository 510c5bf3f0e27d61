using System.Diagnostics;
using System.Globalization;

namespace Course.Kernel.Running;

/// <summary>What a process and all below it take at this moment.</summary>
/// <param name="Memory">Resident bytes together; pages that they share count for each.</param>
/// <param name="Processes">How many they are.</param>
internal readonly record struct ProcessUse(long Memory, int Processes)
{
    private const int MostLevels = 64;

    /// <summary>Looks. Away from Linux at the process alone; what has ended counts nothing.</summary>
    internal static ProcessUse Of(Process root)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Of(root.Id, MostLevels) : Alone(root);
        }
        catch (InvalidOperationException)
        {
            return default; // it has ended
        }
    }

    private static ProcessUse Alone(Process process)
    {
        process.Refresh();
        return new(process.WorkingSet64, 1);
    }

    private static ProcessUse Of(int process, int levels)
    {
        try
        {
            var pages = File.ReadAllText($"/proc/{process}/statm").Split(' ')[1];
            var use = new ProcessUse(long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize, 1);
            return levels == 0 ? use : Children(process).Select(child => Of(child, levels - 1)).Aggregate(use, (sum, child) => new(sum.Memory + child.Memory, sum.Processes + child.Processes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default; // it has ended
        }
    }

    private static IEnumerable<int> Children(int process) => Directory.GetDirectories($"/proc/{process}/task")
        .SelectMany(Started)
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static string[] Started(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return []; // the thread has ended
        }
    }
}
