namespace Course.Tests.DataSets;

public sealed class PictureFolderTests : IDisposable
{
    private static readonly byte[] Dot = PictureWriter.Encode(new Picture(1, 1, [255, 0, 0]), ".png");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_ClassFolders_AreInTheOrderOfTheirLetters()
    {
        Fill("b/1.png", "a c/2.png", "B/3.png", "a/x/4.png", "ä/5.png");

        var folder = PictureFolder.Open(_folder.Path);

        Assert.Equal(["B", "a", "a c", "b", "ä"], folder.Classes);
        Assert.Equal(["B/3.png:0", "a/x/4.png:1", "a c/2.png:2", "b/1.png:3", "ä/5.png:4"], folder.Files.Select(file => $"{file.Name}:{file.Label}"));
        Assert.All(folder.Files, file => Assert.True(File.Exists(file.Path) && folder.Classes[file.Label] == file.Class));
    }

    [Fact]
    public void Open_Names_CountInAnyCaseAndWithSpaces()
    {
        Fill("cats/my cat.PNG", "cats/a.Jpg", "cats/b.jpeg", "cats/c.JPEG", "cats/notes.txt", "cats/d.png.bak", "cats/.hidden.png", "cats/.cache/e.png", ".git/f.png", "outside.png");

        var folder = PictureFolder.Open(_folder.Path);

        Assert.Equal(["cats/a.Jpg", "cats/b.jpeg", "cats/c.JPEG", "cats/my cat.PNG"], folder.Files.Select(file => file.Name));
        Assert.Equal(["cats/d.png.bak", "cats/notes.txt"], folder.Others);
        Assert.Equal("4 pictures in 1 classes", folder.ToString());
    }

    [Fact]
    public void Open_NothingToRead_SaysWhatToDo()
    {
        Assert.EndsWith("nowhere is no folder.", Trouble(_folder.Combine("nowhere")), StringComparison.Ordinal);
        Assert.Contains("Make one for each class", Trouble(_folder.Path), StringComparison.Ordinal);
        Fill("cats/1.png", "dogs/readme.md");
        Assert.Contains("dogs has no PNG or JPEG file in it", Trouble(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BrokenFile_IsNamedAndSkipped()
    {
        Fill("cats/1.png", "cats/3.png", "dogs/4.png");
        _folder.Write("cats/2 .png", Dot[..20]);
        _folder.Write("dogs/5.jpg", "no picture"u8.ToArray());

        var set = PictureFolder.Open(_folder.Path).Read(picture => picture.Planes(1));

        Assert.Equal(["cats/1.png", "cats/3.png", "dogs/4.png"], set.Files.Select(file => file.Name));
        Assert.Equal([0, 0, 1], set.Labels);
        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0, 0], set.ToFloats());
        Assert.Equal(["cats/2 .png", "dogs/5.jpg"], set.Skipped.Select(file => file.Name));
        Assert.StartsWith("is damaged or cut off", set.Skipped[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("is no PNG or JPEG file", set.Skipped[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingWhole_SaysWhyOfTheFirst()
    {
        _folder.Write("cats/1.png", []);

        var trouble = Assert.Throws<DatasetException>(() => PictureFolder.Open(_folder.Path).Read(picture => picture.Planes(1)));

        Assert.EndsWith("cats/1.png is empty.", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FaultOfThePreparation_IsNotTheFiles()
    {
        Fill("cats/1.png");

        Assert.Throws<DivideByZeroException>(() => PictureFolder.Open(_folder.Path).Read(_ => throw new DivideByZeroException()));
    }

    [Fact]
    public void At_Places_KeepsOrderFilesAndLabels()
    {
        Fill("cats/1.png", "dogs/2.png", "dogs/3.png");
        var set = PictureFolder.Open(_folder.Path).Read(picture => picture.Planes(1));

        Assert.Equal(["dogs/3.png", "cats/1.png"], set.At([2, 0]).Files.Select(file => file.Name));
        Assert.Contains("picture 3 of 3", Assert.Throws<ArgumentOutOfRangeException>(() => set.At([0, 3])).Message, StringComparison.Ordinal);
    }

    private static string Trouble(string path) => Assert.Throws<DatasetException>(() => PictureFolder.Open(path)).Message;

    private void Fill(params string[] names)
    {
        foreach (var name in names)
        {
            _folder.Write(name, Dot);
        }
    }
}
