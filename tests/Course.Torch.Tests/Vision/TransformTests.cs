using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace Course.Torch.Tests.Vision;

public class TransformTests
{
    [Theory]
    [InlineData(5, 7, 2, 3)]
    [InlineData(5, 6, 2, 3)]
    [InlineData(4, 4, 4, 4)]
    [InlineData(3, 3, 6, 2)]
    [InlineData(2, 5, 5, 9)]
    public void CenterCrop_AnySizes_IsTheMiddleWithZerosAround(int rows, int columns, int height, int width)
    {
        var image = arange(1, (2 * rows * columns) + 1, dtype: float32).reshape(2, rows, columns);

        var crop = transforms.CenterCrop(height, width).call(image);

        Assert.Equal([2, height, width], crop.shape);
        var (top, left) = ((rows - height) / 2, (columns - width) / 2);
        for (var i = 0; i < height; i++)
        {
            for (var j = 0; j < width; j++)
            {
                var (y, x) = (top + i, left + j);
                var inside = y >= 0 && y < rows && x >= 0 && x < columns;
                Assert.Equal(inside ? image[1, y, x].item<float>() : 0, crop[1, i, j].item<float>());
            }
        }
    }

    [Fact]
    public void ConvertImageDtype_BytesToFloatAndBack_KeepsEveryValue()
    {
        var bytes = arange(256).to(uint8).reshape(1, 16, 16);

        var floats = transforms.ConvertImageDtype(float32).call(bytes);
        var back = transforms.ConvertImageDtype(uint8).call(floats);

        Assert.Equal((0f, 1f), (floats.min().item<float>(), floats.max().item<float>()));
        Assert.Equal(bytes.data<byte>().ToArray(), back.data<byte>().ToArray());
    }

    [Fact]
    public void ConvertImageDtype_BetweenIntegers_ScalesByPowersOfTwo()
    {
        var bytes = tensor(new byte[] { 0, 1, 128, 255 });

        var wide = transforms.ConvertImageDtype(int16).call(bytes);

        Assert.Equal([0, 128, 16384, 32640], wide.data<short>().ToArray());
        Assert.Equal([0, 1, 128, 255], transforms.ConvertImageDtype(uint8).call(wide).data<byte>().ToArray());
    }

    [Fact]
    public void ConvertImageDtype_TooFewDigits_SaysSo() =>
        Assert.Contains("too few digits", Assert.Throws<ArgumentException>(() => transforms.ConvertImageDtype(int32).call(rand(2, 2))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Grayscale_OfColours_WeighsThem(int channels)
    {
        var image = rand(4, 3, 2, 2);

        var grey = transforms.Grayscale(channels).call(image);

        Assert.Equal([4, channels, 2, 2], grey.shape);
        var expected = (image[2, 0, 1, 1].item<float>() * 0.2989) + (image[2, 1, 1, 1].item<float>() * 0.587) + (image[2, 2, 1, 1].item<float>() * 0.114);
        Assert.Equal(expected, grey[2, channels - 1, 1, 1].item<float>(), 1e-6);
    }

    [Fact]
    public void Normalize_PerChannel_SubtractsAndDivides()
    {
        var image = rand(5, 2, 3, 3);

        var normal = transforms.Normalize([0.5, 0.25], [2, 4]).call(image);

        Assert.Equal((image[4, 1, 2, 0].item<float>() - 0.25f) / 4, normal[4, 1, 2, 0].item<float>(), 1e-6f);
        Assert.True(normal[0].equal(transforms.Normalize([0.5, 0.25], [2, 4]).call(image[0])).all().item<bool>());
        Assert.Contains("(5, 2, 3, 3)", Assert.Throws<ArgumentException>(() => transforms.Normalize([0.5], [1]).call(image)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Normalize_InADisposedScope_KeepsItsFigures()
    {
        ITransform normalize;
        using (NewDisposeScope())
        {
            normalize = transforms.Normalize([0.5], [2]);
        }

        Assert.Equal(0.25f, normalize.call(ones(1, 1, 1)).item<float>());
    }

    [Fact]
    public void Flips_OfAnImage_TurnIt()
    {
        var image = arange(4).reshape(1, 2, 2);

        Assert.Equal([1, 0, 3, 2], transforms.HorizontalFlip().call(image).data<long>().ToArray());
        Assert.Equal([2, 3, 0, 1], transforms.VerticalFlip().call(image).data<long>().ToArray());
    }

    [Fact]
    public void RandomFlip_SameSeed_DrawsOnceACall()
    {
        var image = arange(2).reshape(1, 1, 2);
        manual_seed(3);
        var draws = Enumerable.Range(0, 20).Select(_ => rand(1).item<float>() < 0.3).ToArray();

        manual_seed(3);
        var flip = transforms.RandomHorizontalFlip(0.3);
        var flipped = Enumerable.Range(0, 20).Select(_ => flip.call(image)[0, 0, 0].item<long>() == 1).ToArray();

        Assert.Equal(draws, flipped);
        Assert.Contains(true, flipped);
    }

    [Fact]
    public void Compose_OfSeveral_GoesFromLeftToRight()
    {
        var transform = transforms.Compose(transforms.Lambda(image => image + 1), transforms.Lambda(image => image * 2), transforms.Pad([1, 0], PaddingModes.Constant, 9));

        Assert.Equal([9, 4], transform.call(ones(1)).data<float>().ToArray());
    }

    // Values of TorchVision 0.107.0 on TorchSharp-cpu.
    [Theory]
    [InlineData(90f, "4 8 12 16 3 7 11 15 2 6 10 14 1 5 9 13")]
    [InlineData(-90f, "13 9 5 1 14 10 6 2 15 11 7 3 16 12 8 4")]
    [InlineData(0f, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16")]
    public void Rotate_ByRightAngles_MovesEveryPixel(float angle, string expected) =>
        Assert.Equal(expected, Text(transforms.Rotate(angle).call(arange(1, 17, dtype: float32).reshape(1, 4, 4))));

    public static TheoryData<string, ITransform, string> Turns => new()
    {
        { "30 degrees", transforms.Rotate(30), "0 3 3 8 1 6 7 12 5 10 10 0" },
        { "bilinear", transforms.Rotate(30, InterpolationMode.Bilinear), "0.653126 2.26915 4.96891 5.28238 2.20096 5.06699 7.93301 10.799 3.83013 8.03109 9.22252 4.33855" },
        { "about a corner", transforms.Rotate(45, center: (0, 0)), "1 5 10 11 0 9 9 0 0 0 0 0" },
        { "filled", transforms.Rotate(30, fill: [9f]), "9 3 3 8 1 6 7 12 5 10 10 9" },
        { "expanded by 30 degrees", transforms.Rotate(30, expand: true), "0 0 0 4 0 0 0 0 3 3 8 0 0 1 6 7 12 0 0 5 10 10 0 0 0 0 9 0 0 0" },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void Rotate_InAnyWay_IsAsInTorchVision(string way, ITransform turn, string expected)
    {
        var image = arange(1, 13, dtype: float32).reshape(1, 3, 4);

        var (wanted, turned) = (expected.Split(' ').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)), turn.call(image));
        Assert.True(wanted.SequenceEqual(turned.to(float64).flatten().data<double>().ToArray(), new Near()), $"{way}: {Text(turned)}");
        Assert.Equal(Text(turn.call(image)), Text(turn.call(stack([image, image]))[1]));
    }

    [Theory]
    [InlineData(30f, 5, 6)]
    [InlineData(90f, 5, 4)]
    [InlineData(180f, 3, 4)]
    public void Rotate_Expanded_HasTheSizeOfTorchVisions(float angle, long rows, long columns) =>
        Assert.Equal([1, rows, columns], transforms.Rotate(angle, expand: true).call(ones(1, 3, 4)).shape);

    [Fact]
    public void Rotate_OfBytes_StaysBytes()
    {
        var turned = transforms.Rotate(30).call(Bytes());

        Assert.Equal(uint8, turned.dtype);
        Assert.Equal("0 14 14 49 0 35 42 77 28 63 63 0", Text(turned[0]));
    }

    [Fact]
    public void Rotate_OfWhatItCannotTurn_SaysWhy()
    {
        Assert.Contains("(C, H, W)", Assert.Throws<ArgumentException>(() => transforms.Rotate(90).call(ones(4, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("give one, or one a channel", Assert.Throws<ArgumentException>(() => transforms.Rotate(90, fill: [1f, 2f]).call(ones(3, 4, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("Nearest or Bilinear", Assert.Throws<ArgumentException>(() => transforms.Rotate(90, InterpolationMode.Bicubic).call(ones(3, 4, 4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdjustContrast_OfFractions_IsAsInTorchVision()
    {
        Assert.Equal("0 0 0 0.125 0.291667 0.458333 0.625 0.791667 0.958333 1 1 1", Text(transforms.AdjustContrast(2).call(arange(1, 13, dtype: float32).reshape(1, 3, 4) / 12)));
        Assert.Equal("0 0 0 0 0 0 0.0373409 0.0785174 0.119694 0.16087 0.202047 0.243223", Text(transforms.AdjustContrast(1.5).call(Bytes().to(float32) / 255)[0]));
    }

    [Fact]
    public void AdjustContrast_OfBytes_MixesWithEachImagesOwnMean()
    {
        var bytes = Bytes();
        var grey = (long)transforms.Grayscale().call(bytes).to(float64).mean().item<double>();

        var none = transforms.AdjustContrast(0).call(bytes);

        Assert.Equal(uint8, none.dtype);
        Assert.Equal(grey, none.min().item<byte>());
        Assert.Equal(grey, none.max().item<byte>());
        Assert.Equal(Text(bytes), Text(transforms.AdjustContrast(1).call(bytes)));
        Assert.Equal(Text(none), Text(transforms.AdjustContrast(0).call(stack([bytes / 2, bytes]).to(uint8))[1]));
        Assert.Throws<ArgumentException>(() => transforms.AdjustContrast(-1));
    }

    private static Tensor Bytes() => (arange(0, 3 * 3 * 4) * 7 % 256).to(uint8).reshape(3, 3, 4);

    private static string Text(Tensor image) =>
        string.Join(' ', image.to(float64).flatten().data<double>().ToArray().Select(v => v.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)));

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-5 * Math.Max(1, Math.Abs(x)); // six digits were printed

        public int GetHashCode(double obj) => 0;
    }
}
