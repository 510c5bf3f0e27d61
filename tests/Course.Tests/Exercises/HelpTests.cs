namespace Course.Tests.Exercises;

public sealed class HelpTests
{
    [Fact]
    public void Hint_Repeated_MovesOnALevelAndStaysAtTheLast()
    {
        string[] cards = [.. Enumerable.Range(0, 4).Select(_ => Help.Hint("02-1").ToString()!)];

        Assert.StartsWith("› hint 1 of 3", cards[0], StringComparison.Ordinal);
        Assert.Contains("run `Hint(\"02-1\")` again", cards[0], StringComparison.Ordinal);
        Assert.StartsWith("› hint 2 of 3", cards[1], StringComparison.Ordinal);
        Assert.StartsWith("› hint 3 of 3", cards[2], StringComparison.Ordinal);
        Assert.StartsWith("› hint 3 of 3", cards[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Hint_AskedByNumber_GoesOnFromThere()
    {
        Help.Hint("02-2", 2);

        Assert.StartsWith("› hint 3 of 3", Help.Hint("02-2").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("› hint 1 of 3", Help.Hint("02-2", 1).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hint_UnknownId_SaysWhatIdsThereAre()
    {
        var e = Assert.Throws<ArgumentException>(() => Help.Hint("99-9"));

        Assert.StartsWith("There is no exercise \"99-9\"", e.Message, StringComparison.Ordinal);
        Assert.Contains("The ids are 00-1 to 00-2, 01-1 to 01-4, 02-1 to 02-4", e.Message, StringComparison.Ordinal);
    }
}
