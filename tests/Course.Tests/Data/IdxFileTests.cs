using System.IO.Compression;

namespace Course.Tests.DataSets;

public sealed class IdxFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parse_WellFormedImages_GivesSizesAndBytes()
    {
        var idx = IdxFile.Parse(Images(2, 3, 4), "images", 3);

        Assert.Equal([2, 3, 4], idx.Sizes);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (byte)i), idx.Values.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_WellFormedFile_EqualsParse(bool isPacked)
    {
        var path = Save(isPacked ? Gzip(Images(2, 3, 4)) : Images(2, 3, 4));

        Assert.Equal(IdxFile.Parse(Images(2, 3, 4), "images", 3).Values.ToArray(), IdxFile.Load(path, 3).Values.ToArray());
    }

    public static TheoryData<string, byte[], string> Malformed => new()
    {
        { "empty", [], "0 bytes, and the idx header alone takes 16" },
        { "one byte", [0], "1 bytes" },
        { "magic only", [0, 0, 8, 3], "4 bytes" },
        { "header cut", Images(2, 3, 4)[..15], "15 bytes" },
        { "labels for images", Labels(20), "These are labels; images are wanted" },
        { "signed bytes", With(Images(2, 3, 4), 2, 0x09), "0x00000903" },
        { "floats", With(Images(2, 3, 4), 2, 0x0D), "0x00000D03" },
        { "two dimensions", With(Images(2, 3, 4), 3, 2), "0x00000802" },
        { "little-endian", Swap(Images(2, 3, 4)), "reverse order" },
        { "web page", "<!doctype html><title>404</title>"u8.ToArray(), "web page" },
        { "pointer file", "version https://git-lfs.github.com/spec/v1"u8.ToArray(), "starts with 0x76657273" },
        { "zip archive", [0x50, 0x4B, 3, 4, .. new byte[40]], "0x504B0304" },
        { "no pixels", Images(2, 3, 4)[..16], "truncated" },
        { "one pixel short", Images(2, 3, 4)[..^1], "39 bytes, but its sizes (2, 3, 4) call for 40" },
        { "one pixel more", [.. Images(2, 3, 4), 7], "too long" },
        { "more images announced", With(Images(2, 3, 4), 7, 3), "(3, 3, 4) call for 52" },
        { "negative count", With(Images(2, 3, 4), 4, 0xFF), "header is damaged" },
        { "negative rows", With(Images(2, 3, 4), 8, 0x80), "header is damaged" },
        { "two billion images", Huge(int.MaxValue, 28, 28), "header is damaged" },
        { "product overflows 64 bits", Huge(int.MaxValue, int.MaxValue, int.MaxValue), "header is damaged" },
        { "product wraps to the length", Huge(1 << 30, 4, 1 << 30), "header is damaged" },
        { "gzip cut in the header", Gzip(Images(2, 3, 4))[..9], "too few for a gzip file" },
        { "gzip cut in the body", Gzip(Images(20, 28, 28))[..400], "" },
        { "gzip damaged in the body", Damaged(Gzip(Images(20, 28, 28)), 300), "damaged" },
        { "gzip with a false length", With(Gzip(Images(2, 3, 4)), ^4, 200), "" },
        { "gzip of nothing", Gzip([]), "0 bytes, and the idx header" },
        { "gzip of gzip", Gzip(Gzip(Images(2, 3, 4))), "gzip file" },
        { "gzip magic, then noise", [0x1f, 0x8b, .. new byte[60]], "" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Load_Malformed_NamesTheFileAndTheFault(string what, byte[] content, string fault)
    {
        var path = Save(content);

        var error = Assert.Throws<DatasetException>(() => IdxFile.Load(path, 3));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Contains(fault, StringComparison.Ordinal), $"{what}: {error.Message}");
    }

    [Fact]
    public void Load_HugeSizes_TakesNoMemory()
    {
        var path = Save(Gzip(Huge(600_000_000, 1, 1)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<DatasetException>(() => IdxFile.Load(path, 3));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Load_NoSuchFile_NamesIt() =>
        Assert.Contains("nowhere.idx", Assert.Throws<DatasetException>(() => IdxFile.Load("nowhere.idx", 3)).Message, StringComparison.Ordinal);

    private string Save(byte[] content) => _folder.Write("images", content);

    internal static byte[] Images(int count, int rows, int columns) =>
        [.. Huge(count, rows, columns), .. Enumerable.Range(0, count * rows * columns).Select(i => (byte)i)];

    internal static byte[] Labels(int count, byte start = 0) =>
        [0, 0, 8, 1, 0, 0, (byte)(count >> 8), (byte)count, .. Enumerable.Range(start, count).Select(i => (byte)(i % 10))];

    internal static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    // A header without its pixels.
    private static byte[] Huge(params int[] sizes) =>
        [0, 0, 8, 3, .. sizes.SelectMany(size => new[] { (byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size })];

    private static byte[] With(byte[] bytes, Index place, byte value)
    {
        bytes[place] = value;
        return bytes;
    }

    private static byte[] Damaged(byte[] bytes, int place) => With(bytes, place, (byte)~bytes[place]);

    private static byte[] Swap(byte[] bytes)
    {
        for (var i = 0; i < 16; i += 4)
        {
            Array.Reverse(bytes, i, 4);
        }

        return bytes;
    }
}
