namespace Course.Tests.DataSets;

public sealed class DigitsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Digits _digits;

    public DigitsTests()
    {
        WriteFour();
        _digits = Mnist.Load(_folder.Path).Train;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_PackedAndPlainFiles_AreTheSame()
    {
        var plain = _digits.Pixels(3).ToArray();
        File.Delete(_folder.Combine("train-images-idx3-ubyte"));
        _folder.Write("train-images-idx3-ubyte.gz", IdxFileTests.Gzip(IdxFileTests.Images(20, 2, 3)));

        Assert.Equal(plain, Mnist.Load(_folder.Path).Train.Pixels(3).ToArray());
    }

    [Fact]
    public void Vector_Pixels_AreScaledToOne()
    {
        Assert.Equal([6, 7, 8, 9, 10, 11], _digits.Pixels(1).ToArray());
        Assert.Equal(11 / 255.0, _digits.Vector(1)[^1]);
        Assert.Equal(_digits.Vector(1).Select(v => (float)v), _digits.ToFloats()[6..12]);
    }

    [Fact]
    public void ToFloats_Moved_AsksForAMovementOfEachImage()
    {
        var digits = new Digits(new byte[] { 255, 0, 0, 0, 51, 0, 0, 0 }, [3, 4], 2, 2);

        Assert.Equal([0, 1, 0, 0, 0, 0, 0.2f, 0], digits.ToFloats(i => i == 0 ? new Warp(Right: 1) : new Warp(Down: 1)));
    }

    [Fact]
    public void Matrix_Pixels_AreRowsAndColumnsScaledToOne()
    {
        var matrix = _digits.Matrix(1);

        Assert.Equal((2, 3), (matrix.GetLength(0), matrix.GetLength(1)));
        Assert.Equal(9 / 255.0, matrix[1, 0]);
        Assert.Equal(_digits.Vector(1), matrix.Cast<double>());
    }

    [Fact]
    public void Where_ByLabel_KeepsImageAndLabelTogether()
    {
        var threes = _digits.Where(label => label == 3);

        Assert.Equal([3, 3], threes.Labels);
        Assert.Equal(_digits.Pixels(13).ToArray(), threes.Pixels(1).ToArray());
    }

    [Fact]
    public void Sample_SameSeed_SameImagesAllDifferent()
    {
        var sample = _digits.Sample(12, seed: 4);

        Assert.Equal(sample.ToFloats(), _digits.Sample(12, seed: 4).ToFloats());
        Assert.NotEqual(sample.ToFloats(), _digits.Sample(12, seed: 5).ToFloats());
        Assert.Equal(12, Enumerable.Range(0, 12).Select(i => sample.Pixels(i)[0]).Distinct().Count());
    }

    [Fact]
    public void ViewOfView_Places_AreThoseOfTheView() =>
        Assert.Equal(13, _digits.Where(label => label == 3).At([1, 0]).Take(1).Pixels(0)[0] / 6);

    [Theory]
    [InlineData(-1)]
    [InlineData(20)]
    public void Label_OutOfRange_SaysTheRange(int i) =>
        Assert.Contains("the last 19", Assert.Throws<ArgumentOutOfRangeException>(() => _digits.Label(i)).Message, StringComparison.Ordinal);

    [Fact]
    public void Take_MoreThanThereAre_SaysHowMany() =>
        Assert.Contains("there are 20 images", Assert.Throws<ArgumentOutOfRangeException>(() => _digits.Take(21)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_OneLabelTooFew_SaysThatTheyDoNotBelongTogether()
    {
        _folder.Write("train-labels-idx1-ubyte", IdxFileTests.Labels(19));

        Assert.Contains("20 images, but train-labels-idx1-ubyte has 19 labels", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LabelAboveNine_NamesItsPlace()
    {
        var labels = IdxFileTests.Labels(20);
        labels[8 + 5] = 77;
        _folder.Write("train-labels-idx1-ubyte", labels);

        Assert.Contains("label 5 is 77", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileMissing_NamesTheFour()
    {
        File.Delete(_folder.Combine("t10k-labels-idx1-ubyte"));

        Assert.Contains("t10k-labels-idx1-ubyte is missing", Fault(), StringComparison.Ordinal);
    }

    private string Fault() => Assert.Throws<DatasetException>(() => Mnist.Load(_folder.Path)).Message;

    private void WriteFour()
    {
        foreach (var part in new[] { "train", "t10k" })
        {
            _folder.Write($"{part}-images-idx3-ubyte", IdxFileTests.Images(20, 2, 3));
            _folder.Write($"{part}-labels-idx1-ubyte", IdxFileTests.Labels(20));
        }
    }
}
