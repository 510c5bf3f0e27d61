using System.Text;

namespace Course.Tests.DataSets;

public sealed class PictureTests : IDisposable
{
    // 3 × 2 pixels; red counts columns, green rows, blue tells both apart.
    private static readonly Picture Small = new(3, 2, [10, 10, 11, 60, 10, 61, 110, 10, 111, 10, 90, 91, 60, 90, 151, 110, 90, 201]);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Png_GivesEveryPixel()
    {
        var read = Load("a.png", PictureWriter.Encode(Small, ".png"));

        Assert.Equal((3, 2, 3), (read.Width, read.Height, read.Channels));
        Assert.Equal(Small.Bytes, read.Bytes);
        Assert.Equal((byte)151, read[1, 1, 2]);
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a b (copy).JPEG")]
    [InlineData("whatever")]
    public void Load_Jpeg_IsKnownByItsContent(string name)
    {
        var read = Load(name, PictureWriter.Encode(Halves(16, 16), ".jpg"));

        Assert.Equal((16, 16, 3), (read.Width, read.Height, read.Channels));
        Assert.InRange(read[2, 8, 0], 240, 255);
        Assert.InRange(read[13, 8, 0], 0, 15);
    }

    [Fact]
    public void Load_Grey_BecomesThreeEqualColours()
    {
        var read = Load("grey.png", PictureWriter.Png(Small, channels: 1));

        Assert.Equal(1, read.Channels);
        Assert.All(Pixels(read), at => Assert.True(read[at.X, at.Y, 0] == read[at.X, at.Y, 1] && read[at.X, at.Y, 1] == read[at.X, at.Y, 2]));
        Assert.Equal((byte)10, read[0, 0, 0]);
    }

    [Fact]
    public void Load_Transparent_LiesOnWhite()
    {
        using var file = new MemoryStream();
        new StbImageWriteSharp.ImageWriter().WritePng(new byte[] { 200, 0, 0, 0, 200, 0, 0, 255, 200, 0, 0, 51 }, 3, 1, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, file);

        var read = Load("alpha.png", file.ToArray());

        Assert.Equal(4, read.Channels);
        Assert.Equal([255, 255, 255, 200, 0, 0, 244, 204, 204], read.Bytes);
    }

    [Theory]
    [InlineData(1, "ABCDEF", 3)]
    [InlineData(2, "CBAFED", 3)]
    [InlineData(3, "FEDCBA", 3)]
    [InlineData(4, "DEFABC", 3)]
    [InlineData(5, "ADBECF", 2)]
    [InlineData(6, "DAEBFC", 2)]
    [InlineData(7, "FCEBDA", 2)]
    [InlineData(8, "CFBEAD", 2)]
    public void Load_CameraHeldAnyWay_IsTurnedUpright(int orientation, string wanted, int width)
    {
        // Six blocks of grey, A to F in two rows, each 16 pixels wide: JPEG blurs edges, not blocks.
        const int block = 16;
        var stored = new Picture(3 * block, 2 * block, [.. Enumerable.Range(0, 6 * block * block).SelectMany(i => Enumerable.Repeat((byte)(40 * ((i / (3 * block) / block * 3) + (i % (3 * block) / block))), 3))]);
        foreach (var isLittle in (bool[])[false, true])
        {
            var read = Load($"turned {orientation}.jpg", PictureWriter.WithExif(PictureWriter.Encode(stored, ".jpg"), PictureWriter.ExifOf(orientation, isLittle)));

            Assert.Equal(width * block, read.Width);
            var blocks = from row in Enumerable.Range(0, 6 / width) from column in Enumerable.Range(0, width) select (char)('A' + (int)Math.Round(read[(column * block) + 8, (row * block) + 8, 0] / 40.0));
            Assert.Equal(wanted, string.Concat(blocks));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public void Load_OrientationThatDoesNotExist_CountsAsUpright(int orientation)
    {
        var read = Load("odd.jpg", PictureWriter.WithExif(PictureWriter.Encode(Halves(32, 16), ".jpg"), PictureWriter.ExifOf(orientation)));

        Assert.Equal((32, 16), (read.Width, read.Height));
    }

    [Fact]
    public void Load_ExifCutAnywhere_IsReadAllTheSame()
    {
        var exif = PictureWriter.ExifOf(6);
        for (var length = 4; length < exif.Length; length++)
        {
            byte[] cut = [exif[0], exif[1], 0, (byte)(length - 2), .. exif[4..length]];

            var read = Load("cut.jpg", PictureWriter.WithExif(PictureWriter.Encode(Halves(32, 16), ".jpg"), cut));

            Assert.Equal(32 * 16, read.Width * read.Height);
        }
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    public void Load_FileCutAnywhere_IsNamed(string extension)
    {
        var whole = PictureWriter.Encode(Halves(24, 24), extension);
        for (var length = 8; length < whole.Length - 12; length += 7)
        {
            var path = _folder.Write("cut" + extension, whole[..length]);

            var trouble = Assert.Throws<DatasetException>(() => Picture.Load(path));

            Assert.StartsWith(path + " is ", trouble.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_NoPicture_SaysSo()
    {
        Assert.Contains("is no PNG or JPEG file, whatever its name says", Trouble("a.png", Encoding.UTF8.GetBytes("<html>")), StringComparison.Ordinal);
        Assert.Contains("is empty", Trouble("b.jpg", []), StringComparison.Ordinal);
        Assert.Contains("is missing", Assert.Throws<DatasetException>(() => Picture.Load(_folder.Combine("c.jpg"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HeaderThatPromisesTooMuch_IsRefusedBeforeMemoryIsTaken()
    {
        var bomb = PictureWriter.Encode(Small, ".png");
        (bomb[18], bomb[19], bomb[22], bomb[23]) = (0x3E, 0x80, 0x3E, 0x80);   // 16,000 × 16,000

        Assert.Contains("pixels; 200,000,000 in all are read", Trouble("bomb.png", bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Planes_OwnSize_AreThePixelsByColour()
    {
        var square = new Picture(2, 2, [0, 51, 102, 51, 102, 153, 102, 153, 204, 153, 204, 255]);

        float[] wanted = [0, .2f, .4f, .6f, .2f, .4f, .6f, .8f, .4f, .6f, .8f, 1];
        Assert.Equal(wanted, square.Planes(2).Select(value => MathF.Round(value, 6)));
    }

    [Theory]
    [InlineData(7, 7, 3)]
    [InlineData(30, 30, 28)]
    [InlineData(28, 28, 56)]
    [InlineData(1, 1, 5)]
    [InlineData(640, 480, 28)]
    [InlineData(9, 40, 4)]
    public void Planes_AnySize_EqualAdaptivePoolingOfTheMiddleSquare(int width, int height, int side)
    {
        var random = new Random(3);
        var pixels = new byte[width * height * 3];
        random.NextBytes(pixels);
        var edge = Math.Min(width, height);
        using var all = TorchSharp.torch.tensor(pixels.Select(value => value / 255f).ToArray(), [height, width, 3]).permute(2, 0, 1);
        using var square = all.narrow(1, (height - edge) / 2, edge).narrow(2, (width - edge) / 2, edge).contiguous().unsqueeze(0);
        using var wanted = TorchSharp.torch.nn.functional.adaptive_avg_pool2d(square, [side, side]);

        var planes = new Picture(width, height, pixels).Planes(side);

        Assert.All(planes.Zip(wanted.data<float>().ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
    }

    [Fact]
    public void Pixel_Outside_IsNamed() =>
        Assert.Contains("Pixel (3, 0), colour 0, of a picture of 3 × 2 pixels", Assert.Throws<ArgumentOutOfRangeException>(() => Small[3, 0, 0]).Message, StringComparison.Ordinal);

    private static IEnumerable<(int X, int Y)> Pixels(Picture picture) =>
        from y in Enumerable.Range(0, picture.Height) from x in Enumerable.Range(0, picture.Width) select (x, y);

    // Left half white, right half black.
    private static Picture Halves(int width, int height) =>
        new(width, height, [.. Enumerable.Range(0, width * height).SelectMany(i => Enumerable.Repeat((byte)(i % width < width / 2 ? 255 : 0), 3))]);

    private Picture Load(string name, byte[] content) => Picture.Load(_folder.Write(name, content));

    private string Trouble(string name, byte[] content) => Assert.Throws<DatasetException>(() => Load(name, content)).Message;
}
