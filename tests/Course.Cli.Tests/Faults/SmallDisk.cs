using System.Diagnostics;

namespace Course.Cli.Tests.Faults;

/// <summary>A real file system of a few kilobytes (tmpfs); needs the right to mount, as root in a container has.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    internal string Folder { get; }

    internal static SmallDisk Create(int kilobytes)
    {
        var folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        AsRoot("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k,mode=777", "course-test", folder);
        return new SmallDisk(folder);
    }

    public void Dispose()
    {
        AsRoot("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static void AsRoot(params string[] command)
    {
        string[] words = Environment.UserName == "root" ? command : ["sudo", "-n", .. command];
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', words)}: {complaint}");
    }
}
