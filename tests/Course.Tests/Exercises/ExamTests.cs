namespace Course.Tests.Exercises;

public sealed class ExamTests
{
    private readonly Exam _exam = new();

    [Fact]
    public void Throws_RightKind_Passes()
    {
        _exam.Throws<ArgumentException>("shapes that do not fit", () => throw new ArgumentException("no"));

        Assert.Equal(1, _exam.Passed);
    }

    [Fact]
    public void Throws_NoException_ShowsWhatCame()
    {
        var wrong = Assert.Throws<WrongAnswerException>(() => _exam.Throws<ArgumentException>("shapes", () => new double[] { 1, 2 }));

        Assert.Equal(new Difference("[1, 2]", "an ArgumentException"), wrong.Difference);
    }

    [Fact]
    public void Throws_OtherKind_IsTheLearnersError() =>
        Assert.Throws<InvalidOperationException>(() => _exam.Throws<ArgumentException>("shapes", () => throw new InvalidOperationException()));

    [Fact]
    public void That_Fails_NamesTheCauseFromWhatCame()
    {
        var wrong = Assert.Throws<WrongAnswerException>(
            () => _exam.That("sums to 1", () => 0.5, sum => sum == 1, "1", sum => sum < 1 ? "too small" : null));

        Assert.Equal(new Difference("0.5", "1", "too small"), wrong.Difference);
    }

    [Fact]
    public void Absolute_WithinTolerance_Passes()
    {
        _exam.Absolute("sum", () => 1 + 1e-13, 1.0, 1e-12);

        Assert.Equal("sum", _exam.CaseName);
    }
}
