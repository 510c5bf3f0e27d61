namespace Course.Tests.Evaluation;

public sealed class YesNoTests
{
    [Fact]
    public void At_AScoreOnTheThreshold_SaysYes()
    {
        var counts = YesNo.At([0.2, 0.5, 0.7, 0.5, 0.1], [false, true, false, false, true], 0.5);

        Assert.Equal(new YesNo(TruePositives: 1, FalsePositives: 2, FalseNegatives: 1, TrueNegatives: 1), counts);
        Assert.Equal(new[,] { { 1, 2 }, { 1, 1 } }, counts.Table);
        Assert.Equal((0.4, 1 / 3.0, 0.5, 2 / 3.0, 0.4), (counts.Accuracy, counts.Precision, counts.Recall, counts.FalseAlarms, counts.F1));
    }

    [Fact]
    public void Of_NeverYes_HasNoPrecisionAndNoDivisionByZero()
    {
        var never = YesNo.Of([false, false], [true, false]);

        Assert.Equal((0.5, 0.0, 0.0, 0.0, 0.0), (never.Accuracy, never.Precision, never.Recall, never.F1, never.FalseAlarms));
    }

    [Fact]
    public void Of_Nothing_IsZeroThroughout() => Assert.Equal((0, 0.0, 0.0), (YesNo.Of([], []).Count, YesNo.Of([], []).Accuracy, YesNo.Of([], []).F1));

    [Fact]
    public void Of_OtherLengths_NamesBoth() =>
        Assert.Contains("1 answers and 2 truths", Assert.Throws<ArgumentException>(() => YesNo.Of([true], [true, false])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Macro_ClassOutOfRange_NamesIt(int odd) =>
        Assert.Contains($"a class {odd} among 3", Assert.Throws<ArgumentException>(() => ClassAverages.Macro([0, odd], [1, 2], 3)).Message, StringComparison.Ordinal);
}
