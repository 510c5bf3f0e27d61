using System.Buffers.Binary;
using System.IO.Compression;
using Course.Serve.Digits;

namespace Course.Serve.Tests.Digits;

/// <summary>A digit of MNIST, however it is put into a picture, comes out as MNIST has it.</summary>
public sealed class DrawnDigitTests
{
    private const double Near = 0.02;   // mean difference of a pixel; two different digits differ by 0.1 and more

    private static readonly byte[] White = [255, 255, 255, 255];
    private static readonly byte[] Black = [0, 0, 0, 255];

    [Fact]
    public void Read_MnistsOwnDigits_ComeOutAsTheyWentIn()
    {
        var differences = Enumerable.Range(0, Pictures.Sample.Count).Select(i => Difference(i, Pictures.Grey(i))).ToArray();

        Assert.True(differences.Count(difference => difference < 0.001) >= 90, $"{differences.Count(difference => difference < 0.001)} of 100 are unchanged");
    }

    public static TheoryData<string, byte[], byte[]> Inks => new()
    {
        { "dark on light", Black, White },
        { "light on dark", White, Black },
        { "pencil on grey", [120, 120, 120, 255], [200, 200, 200, 255] },
        { "blue on yellow", [20, 40, 160, 255], [250, 240, 150, 255] },
        { "red on green of the same brightness", [200, 60, 60, 255], [60, 130, 60, 255] },
        { "black on nothing", Black, [0, 0, 0, 0] },
        { "white on nothing", White, [255, 255, 255, 0] },
        { "half transparent ink on nothing", [0, 0, 0, 128], [0, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Inks))]
    public void Read_AnyInkOnAnyPaper_IsTheSameDigit(string name, byte[] ink, byte[] paper)
    {
        var difference = Enumerable.Range(0, 10).Max(i => Difference(i, Pictures.Of(i, ink, paper)));

        Assert.True(difference < Near, $"{name}: {difference}");
    }

    [Theory]
    [InlineData(1, 40, 0, 0, 70)]
    [InlineData(7, 0, 0, 0, 0)]
    [InlineData(5, 300, 10, 20, 0)]
    public void Read_AnySizeAndPlace_IsTheSameDigit(int scale, int left, int top, int right, int bottom)
    {
        var difference = Enumerable.Range(0, 3).Max(i => Difference(i, Pictures.Of(i, Black, White, scale, left, top, right, bottom)));

        Assert.True(difference < Near, $"{difference}");
    }

    [Fact]
    public void Read_GrainyPaper_IsTheSameDigit()
    {
        var random = new Random(1);
        var digit = Pictures.Original(3);
        var png = Pictures.Draw(28, 28, (x, y) =>
        {
            var grey = (byte)(235 - (200 * digit[(y * 28) + x]) + random.Next(-8, 9));
            return [grey, grey, grey, 255];
        });

        Assert.InRange(Difference(3, png), 0, Near);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2000)]
    [InlineData(50, 50)]
    public void Read_OneColour_SaysThatNothingIsDrawn(int width, int height)
    {
        var refused = Assert.Throws<RefusedException>(() => DrawnDigit.Read(Pictures.Draw(width, height, (_, _) => [90, 90, 90, 255])));

        Assert.Equal(400, refused.Status);
        Assert.Contains("Nothing is drawn", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Nothing_SaysSo() => Assert.Contains("empty", Assert.Throws<RefusedException>(() => DrawnDigit.Read([])).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NoPng_SaysSo() => Assert.Contains("no PNG", Assert.Throws<RefusedException>(() => DrawnDigit.Read("GIF89a, or so"u8.ToArray())).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_CutOffAtAnyPlace_IsRefused()
    {
        var png = Pictures.Of(0, Black, White, 2);

        Assert.All(Enumerable.Range(1, png.Length - 13), length =>
            Assert.Equal(400, Assert.Throws<RefusedException>(() => DrawnDigit.Read(png[..length])).Status));
    }

    // Nothing but a RefusedException ever leaves: whatever the decoder makes of it.
    [Fact]
    public void Read_AnyByteChanged_AnswersOrRefuses()
    {
        var (png, random) = (Pictures.Of(0, Black, White, 2), new Random(1));
        for (var i = 8; i < png.Length; i++)
        {
            var wrong = (byte[])png.Clone();
            wrong[i] ^= (byte)random.Next(1, 256);
            try
            {
                Assert.All(DrawnDigit.Read(wrong), pixel => Assert.InRange(pixel, 0, 1));
            }
            catch (RefusedException e)
            {
                Assert.InRange(e.Status, 400, 413);
            }
        }
    }

    [Fact]
    public void Read_HeaderThatPromisesTooMuch_IsTooMuch()
    {
        var png = Pictures.Grey(0);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 20_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 20_000);

        var refused = Assert.Throws<RefusedException>(() => DrawnDigit.Read(png));

        Assert.Equal(413, refused.Status);
        Assert.Contains("20,000 × 20,000", refused.Message, StringComparison.Ordinal);
    }

    // 20 MB of zeros pack into 20 KB, behind a header of 28 × 28.
    [Fact]
    public void Read_DataThatUnpacksToMuchMoreThanThePixels_IsRefused()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[20_000_000]);
        }

        var grey = Pictures.Grey(0);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, (int)packed.Length);
        byte[] png = [.. grey[..33], .. length, .. "IDAT"u8, .. packed.ToArray(), 0, 0, 0, 0, .. grey[^12..]];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<RefusedException>(() => DrawnDigit.Read(png));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    private static double Difference(int i, byte[] png) => Pictures.Original(i).Zip(DrawnDigit.Read(png), (one, other) => Math.Abs(one - other)).Average();
}
