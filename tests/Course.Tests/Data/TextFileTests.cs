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

    [Fact]
    public void Load_Binary_SaysWhichCharacter()
    {
        var fault = Assert.Throws<DatasetException>(() => Load([0x25, 0x50, 0x00, 0x01])).Message;

        Assert.Contains("text.txt is not a text: its character 3 is U+0000", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TabsAndFormFeeds_AreText() =>
        Assert.Equal("a\tb\nc", Load("a\tb\fc"u8.ToArray()).Text); // a form feed ends a line, too

    [Fact]
    public void Of_Text_IsWhole() =>
        Assert.Equal("first names: 5 characters, 4 different", TextFile.Of("first names", "ab\r\nbc").ToString());

    [Fact]
    public void Of_Empty_SaysSo() =>
        Assert.Contains("first names is empty", Assert.Throws<DatasetException>(() => TextFile.Of("first names", "")).Message, StringComparison.Ordinal);

    [Fact]
    public void SplitEnd_ShorterThanTheContext_SaysHowLongItHasToBe()
    {
        var fault = Assert.Throws<DatasetException>(() => TextFile.Of("a note", new string('a', 300)).SplitEnd(0.1, context: 64)).Message;

        Assert.Contains("of its 300 characters one part gets 30, and a context of 64 needs at least 65", fault, StringComparison.Ordinal);
        Assert.Contains("650 characters or more", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SplitEnd_AsLongAsItHasToBe_Passes()
    {
        var (train, validation) = TextFile.Of("a note", new string('a', 650)).SplitEnd(0.1, context: 64);

        Assert.Equal((585, 65), (train.Length, validation.Length));
    }

    private TextFile Load(byte[] content) => TextFile.Load(_folder.Write("text.txt", content));
}
