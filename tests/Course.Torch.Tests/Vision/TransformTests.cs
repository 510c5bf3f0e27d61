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
}
