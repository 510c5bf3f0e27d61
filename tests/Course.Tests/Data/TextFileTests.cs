using System.Text;

namespace Course.Tests.DataSets;

public sealed class TextFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_WindowsLinesAndByteOrderMark_AreNormalised()
    {
        var file = Load([0xEF, 0xBB, 0xBF, .. "ab\r\ncé\r\n"u8]);

        Assert.Equal("ab\ncé\n", file.Text);
        Assert.Equal(["ab", "cé"], file.Lines);
        Assert.Equal(['\n', 'a', 'b', 'c', 'é'], file.Characters);
    }

    [Fact]
    public void SplitEnd_OneTenth_CutsTheTail() =>
        Assert.Equal(("abcdefghi", "j"), Load("abcdefghij"u8.ToArray()).SplitEnd(0.1));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void SplitEnd_NotAShare_Throws(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Load("abc"u8.ToArray()).SplitEnd(fraction));

    [Fact]
    public void Load_Latin1_SaysAtWhichByte()
    {
        var fault = Assert.Throws<DatasetException>(() => Load(Encoding.Latin1.GetBytes("abc é d"))).Message;

        Assert.Contains("byte 4 (0xE9)", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Empty_SaysSo() =>
        Assert.Contains("is empty", Assert.Throws<DatasetException>(() => Load([])).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_Missing_GivesTheFullPath() =>
        Assert.Contains(Path.GetFullPath("no/such.txt"), Assert.Throws<DatasetException>(() => TextFile.Load("no/such.txt")).Message, StringComparison.Ordinal);

    private TextFile Load(byte[] content) => TextFile.Load(_folder.Write("text.txt", content));
}
