using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Course.Cli.Grading;

/// <summary>Ends and removes what a run leaves behind.</summary>
internal static class Leftovers
{
    /// <summary>Every process of a run inherits it; one that left its parent and its group is known by it.</summary>
    internal const string Variable = "COURSE_GRADE_RUN";

    internal static string NewMark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Kills the processes that carry the mark. Linux only: elsewhere nobody may look.</summary>
    internal static void Kill(string mark)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var process in Directory.EnumerateDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit)))
        {
            if (Carries(process, mark))
            {
                Kill(int.Parse(process, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Removes a folder, also one whose owner made it hard to.</summary>
    internal static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OpenUp(folder);
        }
    }

    private static void OpenUp(string folder)
    {
        try
        {
            foreach (var below in new DirectoryInfo(folder).EnumerateDirectories("*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true, IgnoreInaccessible = true }).Prepend(new DirectoryInfo(folder)))
            {
                if (!OperatingSystem.IsWindows())
                {
                    below.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
                }
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in the system's temporary folder, which the system clears.
        }
    }

    private static bool Carries(string process, string mark)
    {
        try
        {
            return Encoding.Latin1.GetString(File.ReadAllBytes($"/proc/{process}/environ")).Contains($"{Variable}={mark}", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // another user's, or gone
        }
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
}
