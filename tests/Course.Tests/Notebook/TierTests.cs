namespace Course.Tests.Notebook;

[Collection(LearnerState.Name)]
public sealed class TierTests : IDisposable
{
    public void Dispose() => Tier.Reset();

    [Theory]
    [InlineData("browser", 1)]
    [InlineData("fast", 1)]
    [InlineData(" Laptop ", 2)]
    [InlineData("FULL", 3)]
    public void Use_Word_DecidesPick(string word, int wanted)
    {
        Tier.Use(word);

        Assert.Equal(wanted, Tier.Pick(fast: 1, laptop: 2, full: 3));
    }

    [Theory]
    [InlineData("Browser", 0)]
    [InlineData("fast", 1)]
    [InlineData("laptop", 2)]
    [InlineData("full", 3)]
    public void Pick_WithBrowser_DecidesAmongFour(string word, int wanted)
    {
        Tier.Use(word);

        Assert.Equal(wanted, Tier.Pick(browser: 0, fast: 1, laptop: 2, full: 3));
    }

    [Fact]
    public void Level_Order_IsThatOfTheWork() =>
        Assert.Equal([TierLevel.Browser, TierLevel.Fast, TierLevel.Laptop, TierLevel.Full], Enum.GetValues<TierLevel>());

    [Fact]
    public void Use_UnknownWord_NamesThemAll()
    {
        var e = Assert.Throws<ArgumentException>(() => Tier.Use("quick"));

        Assert.Equal("Tier.Use: \"quick\" is no tier; write browser, fast, laptop or full", e.Message);
    }

    [Theory]
    [InlineData(null, TierLevel.Laptop)]
    [InlineData("", TierLevel.Laptop)]
    [InlineData("fast", TierLevel.Fast)]
    public void FromEnvironment_Variable_Decides(string? value, TierLevel wanted) => Assert.Equal(wanted, Tier.FromEnvironment(value));

    [Fact]
    public void FromEnvironment_Nonsense_NamesTheVariable()
    {
        var e = Assert.Throws<ArgumentException>(() => Tier.FromEnvironment("huge"));

        Assert.StartsWith("COURSE_TIER:", e.Message, StringComparison.Ordinal);
    }
}
