namespace Course.Tests.Exercises;

public sealed class ProgressFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-tests-");

    private string FilePath => Path.Combine(_folder.FullName, "home", "progress.json");

    private ProgressFile File => new(FilePath);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_NoFile_IsEmpty() => Assert.Empty(File.Read());

    [Fact]
    public void Add_Twice_KeepsBothAndWritesABackup()
    {
        File.Add("01-1");
        File.Add("01-2");

        Assert.Equal(["01-1", "01-2"], File.Read().Order());
        Assert.Contains("01-1", System.IO.File.ReadAllText(FilePath + ".bak"), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(FilePath + ".tmp"));
    }

    [Theory]
    [InlineData("{\"Version\":1,\"Solved\":[\"01-")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void Add_FileDamaged_RecoversFromBackupAndKeepsTheDamage(string damage)
    {
        File.Add("01-1");
        File.Add("01-2");
        System.IO.File.WriteAllText(FilePath, damage);

        var solved = File.Add("01-3");

        Assert.Equal(["01-1", "01-3"], solved.Order());
        Assert.Equal(damage, System.IO.File.ReadAllText(FilePath + ".broken"));
    }

    [Fact]
    public void Read_FileOfVersion1_CarriesNotebook15OverToItsTwoHalves()
    {
        WriteVersion1();

        Assert.Equal(["15-1", "15-2", "16-1", "16-2", "16-4"], File.Read().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Add_FileOfVersion1_RenamesOnce()
    {
        WriteVersion1();

        File.Add("15-3");
        File.Add("15-4");

        Assert.Equal(["15-1", "15-2", "15-3", "15-4", "16-1", "16-2", "16-4"], File.Read().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Add_ManyWritersAtOnce_LosesNothing()
    {
        var ids = Enumerable.Range(0, 24).Select(i => $"0{i % 9}-{i}").ToArray();

        Parallel.ForEach(ids, id => File.Add(id));

        Assert.Equal(ids.Order(StringComparer.Ordinal), File.Read().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Add_HomeIsAFile_ThrowsNamedError()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "home"), "in the way");

        Assert.ThrowsAny<IOException>(() => File.Add("01-1"));
    }

    private void WriteVersion1()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        System.IO.File.WriteAllText(FilePath, """{"Version":1,"Solved":["15-1","15-2","15-3","15-4","15-5"]}""");
    }
}
