namespace Course.Cli.Tests.Commands;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("--tmieout", "; did you mean --timeout?")]
    [InlineData("--josb", "; did you mean --jobs?")]
    [InlineData("--TIER", "; did you mean --tier?")]
    [InlineData("--zzzzzz", "")]
    [InlineData("", "")]
    public void For_Word_NamesTheNearestOrNothing(string word, string suggestion) =>
        Assert.Equal(suggestion, Suggestion.For(word, ["--tier", "--timeout", "--jobs"]));

    [Fact]
    public void For_ShortWordWithLettersSwapped_NamesIt() => Assert.Equal("; did you mean run?", Suggestion.For("rnu", ["run", "pack"]));

    [Fact]
    public void For_NothingKnown_IsEmpty() => Assert.Equal("", Suggestion.For("word", []));
}
