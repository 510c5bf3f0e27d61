namespace Course.Tests.DataSets;

/// <summary>The committed files, against figures published by those who made them.</summary>
public sealed class DatasetsTests
{
    private static readonly DataStore Store = new(
        Manifest.Embedded, DataFolders.Find(_ => null, AppContext.BaseDirectory, "/nowhere"), new ForbiddenFetcher());

    private static readonly Lazy<Mnist> Digits = new(() => Mnist.Load(Store));

    [Fact]
    public void Mnist_Labels_HaveThePublishedHistogram()
    {
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Histogram(Digits.Value.Train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], Histogram(Digits.Value.Test));
    }

    [Fact]
    public void Mnist_FirstDigit_IsTheFamousFive()
    {
        var train = Digits.Value.Train;

        Assert.Equal((60_000, 28, 28, 5), (train.Count, train.Rows, train.Columns, train.Label(0)));
        Assert.Equal(27_525, Sum(train.Pixels(0)));
    }

    [Fact]
    public void Mnist_TrainPixels_HaveThePublishedMean() =>
        Assert.Equal(0.1307, Enumerable.Range(0, 60_000).Average(i => Sum(Digits.Value.Train.Pixels(i)) / 784.0 / 255), 1e-4);

    [Fact]
    public void Penguins_Rows_HaveThePublishedCountsAndMeans()
    {
        var birds = Penguins.Load(Store);

        Assert.Equal([151, 68, 123], Enumerable.Range(0, 3).Select(k => birds.SpeciesIndex.Count(s => s == k)));
        Assert.Equal(4201.75, birds.BodyMassG.Average(), 0.01);
        Assert.Equal(200.92, birds.FlipperMm.Average(), 0.01);
        Assert.Equal(43.92, birds.BillLengthMm.Average(), 0.01);
        Assert.Equal(17.15, birds.BillDepthMm.Average(), 0.01);
        Assert.Equal(new Penguin("Adelie", "Torgersen", 39.1, 18.7, 181, 3750, "male"), birds[0]);
        Assert.Equal([39.1, 18.7, 181, 3750], birds.Measurements[0]);
        Assert.Equal(9, birds.Count(bird => bird.Sex is null));
    }

    [Fact]
    public void Names_Lists_HaveTheirCounts()
    {
        var names = FirstNames.Load(Store);

        Assert.Equal((8849, 4951, 3898), (names.Count, names.Girls.Count, names.Boys.Count));
        Assert.Equal("Aaren", names[0]);
        Assert.Equal("Zolly", names[^1]);
        Assert.All(names, name => Assert.Matches("^[A-Z][A-Za-z' .-]*$", name));
    }

    [Fact]
    public void CmuDict_Entries_HaveTheirCountsAndParts()
    {
        var dict = CmuDict.Load(Store);

        Assert.Equal(133_784, dict.Count);
        Assert.Equal(125_005, dict.Select(entry => entry.Word).Distinct().Count());
        var aardvark = dict.Single(entry => entry.Word == "AARDVARK");
        Assert.Equal(0, aardvark.Variant);
        Assert.Equal(["AA1", "R", "D", "V", "AA2", "R", "K"], aardvark.Phonemes);
        Assert.Equal(1, dict.Last(entry => entry.Word == "AARONSON").Variant);
    }

    [Theory]
    [InlineData("WORD")]
    [InlineData("WORD  ")]
    [InlineData("  W ER1 D")]
    [InlineData("WORD W ER1 D")]
    public void CmuDict_LineOfAnotherForm_NamesTheLine(string line) =>
        Assert.Contains("line 8", Assert.Throws<DatasetException>(() => CmuDict.Parse(line, 7)).Message, StringComparison.Ordinal);

    [Fact]
    public void Readmes_EachHash_StandsInTheManifestToo()
    {
        foreach (var file in Manifest.Embedded.Datasets.Where(dataset => dataset.Committed).SelectMany(dataset => dataset.Files))
        {
            var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Store.Locate(file))!, "README.md"));
            Assert.Contains(file.Sha256, readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Manifest_UnknownName_ListsTheKnown() =>
        Assert.Contains("mnist, penguins", Assert.Throws<DatasetException>(() => Store.Fetch("mnits")).Message, StringComparison.Ordinal);

    private static IEnumerable<int> Histogram(Digits digits) => digits.Labels.CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value);

    private static int Sum(ReadOnlySpan<byte> pixels)
    {
        var sum = 0;
        foreach (var pixel in pixels)
        {
            sum += pixel;
        }

        return sum;
    }
}
