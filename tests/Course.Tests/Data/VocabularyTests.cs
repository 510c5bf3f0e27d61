namespace Course.Tests.DataSets;

public sealed class VocabularyTests
{
    [Fact]
    public void OfCharacters_Text_HoldsEachOnceInCodeOrder() =>
        Assert.Equal(["\n", " ", "a", "b"], Vocabulary.OfCharacters("b a\nab"));

    [Fact]
    public void Encode_ThenDecode_GivesTheTextBack()
    {
        const string text = "Call me Ishmael.\n\tSome years ago — 🐋";
        var vocabulary = Vocabulary.OfCharacters(text);

        Assert.Equal(text, vocabulary.Decode(vocabulary.Encode(text)));
    }

    [Fact]
    public void Encode_Emoji_IsOneToken() =>
        Assert.Equal([2L, 0], Vocabulary.OfCharacters("ab🐋").Encode("🐋a"));

    [Fact]
    public void Of_OwnSigns_AreNumberedAsTheyCome()
    {
        var vocabulary = Vocabulary.Of(["·", "k", "SH"]);

        Assert.Equal([2L, 1], vocabulary.Encode(["SH", "k"]));
        Assert.Equal((2, "k"), (vocabulary["SH"], vocabulary[1]));
        Assert.Equal("kSH", vocabulary.Decode([1, 2]));
    }

    [Fact]
    public void Encode_UnseenCharacter_IsNamedWithWhatThereIs()
    {
        var fault = Assert.Throws<ArgumentException>(() => Vocabulary.OfCharacters("abcdefé xyz\n").Encode("bañ"));

        Assert.Contains("'ñ' (U+00F1), number 3 of the text, is not in the vocabulary", fault.Message, StringComparison.Ordinal);
        Assert.Contains("12 tokens: ↵ ␣ a–f x–z é", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indexer_UnseenSign_IsNamed() =>
        Assert.Contains("'ZH' is not in the vocabulary", Assert.Throws<ArgumentException>(() => Vocabulary.Of(["SH"])["ZH"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_SignTwice_Throws() =>
        Assert.Contains("'k' is there twice", Assert.Throws<ArgumentException>(() => Vocabulary.Of(["k", "k"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_Nothing_Throws()
    {
        Assert.Throws<ArgumentException>(() => Vocabulary.Of([]));
        Assert.Throws<ArgumentException>(() => Vocabulary.OfCharacters(""));
    }

    [Fact]
    public void ToString_ManySigns_IsCutShort()
    {
        var text = Vocabulary.Of(Enumerable.Range(0, 200).Select(i => $"sign{i}")).ToString();

        Assert.StartsWith("200 tokens: sign0 sign1 ", text, StringComparison.Ordinal);
        Assert.EndsWith("sign79 …", text, StringComparison.Ordinal);
    }
}
