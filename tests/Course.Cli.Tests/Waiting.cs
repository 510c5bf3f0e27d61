using System.Diagnostics;

namespace Course.Cli.Tests;

/// <summary>Waits for something that another process does.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10); // who only looked would take a core from those it waits for

    internal static void Until(Func<bool> condition, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, otherwise());
            Thread.Sleep(Pause);
        }
    }

    /// <summary>The numbers in a file that a cell writes in one go.</summary>
    internal static int[] ForNumbers(string file, CourseProgram program)
    {
        Until(() => File.Exists(file), () => $"{file} was not written; course said: {program.Output}");
        return [.. File.ReadAllText(file).Split(' ').Select(int.Parse)];
    }

    internal static void ForDeath(params int[] processes)
    {
        foreach (var process in processes)
        {
            Until(() => !IsAlive(process), () => $"process {process} is still there: {File.ReadAllText($"/proc/{process}/stat")}");
        }
    }

    // A zombie has ended; whether somebody has fetched its exit code is not the matter here.
    private static bool IsAlive(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
