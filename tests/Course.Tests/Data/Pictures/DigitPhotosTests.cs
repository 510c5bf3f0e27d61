namespace Course.Tests.DataSets;

public sealed class DigitPhotosTests : IDisposable
{
    // Ten digits of each class: a disc of ink, larger from class to class.
    private static readonly Digits Discs = new(
        Enumerable.Range(0, 100).SelectMany(i => Enumerable.Range(0, 784).Select(at => (byte)(Math.Pow((at % 28) - 13.5, 2) + Math.Pow((at / 28) - 13.5, 2) < 9 + (7 * (i % 10)) ? 255 : 0))).ToArray(),
        [.. Enumerable.Range(0, 100).Select(i => (byte)(i % 10))],
        28,
        28);

    private readonly TempFolder _folder = new();

    private string Root => _folder.Combine("photos");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_SameSeed_GivesTheSameBytes()
    {
        var first = Contents(DigitPhotos.Write(_folder.Combine("one"), Discs, Lamp.Own, seed: 5));
        var second = Contents(DigitPhotos.Write(_folder.Combine("two"), Discs, Lamp.Own, seed: 5));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Write_Folder_IsAsMixedAsOneMeetsThem()
    {
        var set = DigitPhotos.Write(Root, Discs, Lamp.Own).Read(picture => [picture.Width, picture.Height]);

        Assert.Equal(["eight", "five", "four", "nine", "one", "seven", "six", "three", "two", "zero"], set.Classes);
        Assert.InRange(set.Count, 101, 112);
        Assert.Contains(set.Files, file => file.Name.EndsWith(".JPG", StringComparison.Ordinal));
        Assert.Contains(set.Files, file => file.Name.Contains("(copy)", StringComparison.Ordinal));
        Assert.Equal([28, 36, 44, 56], set.Values.Select(size => (int)size[1]).Distinct().Order());
        Assert.Contains(set.Values, size => size[0] > size[1]);
    }

    [Fact]
    public void Write_OwnLamp_TellsTheClass()
    {
        var set = DigitPhotos.Write(Root, Discs, Lamp.Own).Read(Hue);

        Assert.Equal(100, 100.0 * set.Values.Count(hue => Nearest(set, hue) == set.Labels[Array.IndexOf(set.Values, hue)]) / set.Count);
    }

    [Fact]
    public void Write_SwappedLamp_TellsAnotherClass()
    {
        var own = DigitPhotos.Write(_folder.Combine("own"), Discs, Lamp.Own).Read(Hue);
        var swapped = DigitPhotos.Write(_folder.Combine("swapped"), Discs, Lamp.Swapped).Read(Hue);

        Assert.DoesNotContain(swapped.Values.Zip(swapped.Labels), pair => Nearest(own, pair.First) == pair.Second);
    }

    [Fact]
    public void Write_Again_ReplacesWhatWasThere()
    {
        DigitPhotos.Write(Root, Discs, Lamp.Own, seed: 1);

        var again = DigitPhotos.Write(Root, Discs, Lamp.Any, seed: 2);

        Assert.Equal(again.Files.Count, Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Write_FolderOfTheLearners_IsLeftAlone()
    {
        _folder.Write("photos/cats/1.png", [1]);

        var trouble = Assert.Throws<DatasetException>(() => DigitPhotos.Write(Root, Discs, Lamp.Own));

        Assert.Contains("'cats', which was not made here", trouble.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.Combine("photos/cats/1.png")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Spoil_ThreeFiles_AreWhatTheySay(int seed)
    {
        DigitPhotos.Write(Root, Discs, Lamp.Own);

        var (cut, flat, moved) = DigitPhotos.Spoil(Root, seed) is [var a, var b, var c] ? (a, b, c) : default;

        var set = PictureFolder.Open(Root).Read(Hue);
        Assert.Equal(cut, Assert.Single(set.Skipped).Name);
        Assert.NotEqual(3, Picture.Load(Path.Combine(Root, flat)).Channels);
        var stranger = set.Files.ToList().FindIndex(file => file.Name == moved);
        Assert.NotEqual(set.Labels[stranger], Nearest(set, set.Values[stranger]));
    }

    private static float[] Hue(Picture picture)
    {
        var planes = picture.Planes(8);
        var sum = planes.Sum();
        return [.. planes.Chunk(64).Select(plane => plane.Sum() / sum)];
    }

    private static int Nearest(PictureSet set, float[] hue) => Enumerable.Range(0, 10).MinBy(label =>
    {
        var own = set.Values.Where((_, i) => set.Labels[i] == label).ToArray();
        return Enumerable.Range(0, 3).Sum(colour => Math.Pow(own.Average(one => one[colour]) - hue[colour], 2));
    });

    private static IEnumerable<string> Contents(PictureFolder folder) => folder.Files.Select(file => file.Name + Convert.ToHexString(File.ReadAllBytes(file.Path)));
}
