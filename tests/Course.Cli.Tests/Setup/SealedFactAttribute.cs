using System.ComponentModel;
using System.Diagnostics;

namespace Course.Cli.Tests.Setup;

/// <summary>A test in a file system that is read-only but for one folder; skipped where nobody may mount.</summary>
internal sealed class SealedFactAttribute : FactAttribute
{
    private const string Trial = "mount --make-rprivate / && mount -o remount,bind,ro /";

    public SealedFactAttribute()
    {
        if (!IsPossible)
        {
            Skip = "this machine allows no mounts in a namespace of one's own (unshare -m, as root or by sudo)";
        }
    }

    internal static bool IsPossible { get; } = Try();

    private static bool Try()
    {
        string[] words = [.. Environment.IsPrivilegedProcess ? [] : new[] { "sudo", "-n" }, "unshare", "-m", "sh", "-c", Trial];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // no such program here
        }
    }
}
