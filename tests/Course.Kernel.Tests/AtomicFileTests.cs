namespace Course.Kernel.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atomic-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WriteAllText_NewFolder_WritesPlainUtf8()
    {
        var path = Path.Combine(_folder, "new", "a.txt");

        AtomicFile.WriteAllText(path, "é");

        Assert.Equal([0xC3, 0xA9], File.ReadAllBytes(path));
    }

    [Fact]
    public void Write_FailsHalfway_KeepsTheOldFileAndNothingElse()
    {
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllText(path, "old");

        Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void DeleteLeftovers_KilledWriter_RemovesOnlyItsFile()
    {
        var leftover = Path.Combine(_folder, ".a.txt.123-1.course-tmp");
        var other = Path.Combine(_folder, ".hidden");
        File.WriteAllText(leftover, "");
        File.WriteAllText(other, "");

        AtomicFile.DeleteLeftovers(_folder);

        Assert.Equal([other], Directory.GetFiles(_folder));
    }

    [Fact]
    public void DeleteLeftovers_NoSuchFolder_DoesNothing() => AtomicFile.DeleteLeftovers(Path.Combine(_folder, "nowhere"));
}
