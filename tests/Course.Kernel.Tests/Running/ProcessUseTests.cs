using System.Diagnostics;
using Course.Kernel.Running;

namespace Course.Kernel.Tests.Running;

public sealed class ProcessUseTests
{
    [Fact]
    public void Of_AProcessWithAChild_CountsBoth()
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 60 & echo started; wait"]) { RedirectStandardOutput = true })!;
        shell.StandardOutput.ReadLine();

        var use = ProcessUse.Of(shell);
        shell.Kill(entireProcessTree: true);

        Assert.Equal(2, use.Processes);
        Assert.InRange(use.Memory, 100_000, 100_000_000);
    }

    [Fact]
    public void Of_AProcessThatEnded_IsNothing()
    {
        var ended = Process.Start("true");
        ended.WaitForExit();

        Assert.Equal(default, ProcessUse.Of(ended));
        ended.Dispose();
        Assert.Equal(default, ProcessUse.Of(ended));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(150, false)]
    public void Exceeds_FilesOfAFolderAndBelow_CountTogether(long limit, bool exceeds)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "below"));
        File.WriteAllBytes(Path.Combine(folder.Path, "a"), new byte[75]);
        File.WriteAllBytes(Path.Combine(folder.Path, "below", "b"), new byte[75]);

        Assert.Equal(exceeds, FileUse.Exceeds(folder.Path, limit));
    }

    [Fact]
    public void Exceeds_NoSuchFolder_HoldsNothing() => Assert.False(FileUse.Exceeds("/nowhere/at/all", 0));
}
