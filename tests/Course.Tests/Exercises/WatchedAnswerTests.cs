using static TorchSharp.torch;

namespace Course.Tests.Exercises;

public sealed class WatchedAnswerTests
{
    [Fact]
    public void Of_AnswerThatWritesIntoItsArray_IsWrongByTheLearnersNameForIt()
    {
        var wrong = Caught((double[] flippers) => flippers[1] = 5, [1.0, 2.0]);

        Assert.Equal(new("`flippers` = [1, 5] afterwards", "`flippers` = [1, 2], as before", "It wrote into `flippers`; make a new array."), wrong);
    }

    [Fact]
    public void Of_AnswerThatWritesIntoAnInnerArray_IsWrong() =>
        Assert.StartsWith("It wrote into `rows`", Caught((double[][] rows) => rows[1][0] = 5, [[1.0], [2.0]])!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Of_AnswerThatSortsItsWords_IsWrong() =>
        Assert.StartsWith("It wrote into `words`", Caught((string[] words) => words.AsSpan().Reverse(), ["b", "a"])!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Of_AnswerThatWritesIntoAGrid_IsWrong() =>
        Assert.StartsWith("It wrote into `grid`", Caught((double[,] grid) => grid[0, 1] = 5, new double[,] { { 1, 2 } })!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Of_AnswerThatGrowsItsList_IsWrong() =>
        Assert.Equal("It changed the list `list`; make a new one.", Caught((List<int> list) => list.Add(1), [1])!.Cause);

    [Fact]
    public void Of_AnswerThatChangesATensorInPlace_IsWrong() =>
        Assert.StartsWith("It changed `x` in place", Caught((Tensor x) => x.add_(1), ones(2))!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Of_AnswerThatDisposesATensor_IsWrong() =>
        Assert.StartsWith("Your function disposed `x`", Caught((Tensor x) => x.Dispose(), ones(2))!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Of_AnswerThatDisposesWhatItMayChange_IsWrong() =>
        Assert.StartsWith("Your function disposed `x`", Caught((Tensor x) => x.Dispose(), ones(2), 0)!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Of_AnswerThatIsToChangeIt_IsRight() => Assert.Null(Caught((Tensor x) => x.add_(1), ones(2), 0));

    [Fact]
    public void Of_AnswerThatReadsOnly_IsRight() => Assert.Null(Caught((double[] x) => _ = x.Sum(), [double.NaN, 1.0]));

    [Fact]
    public void Of_AFunction_KeepsItsResultAndType()
    {
        var watched = (Func<double, double>)WatchedAnswer.Of((double x) => 2 * x, []);

        Assert.Equal(6, watched(3));
    }

    [Fact]
    public void Of_NoFunction_IsItself() => Assert.Equal(3.0, WatchedAnswer.Of(3.0, []));

    private static Difference? Caught<T>(Action<T> answer, T input, params int[] changes)
    {
        try
        {
            ((Action<T>)WatchedAnswer.Of(answer, changes))(input);
            return null;
        }
        catch (WrongAnswerException wrong)
        {
            return wrong.Difference;
        }
    }
}
