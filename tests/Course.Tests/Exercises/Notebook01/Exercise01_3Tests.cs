namespace Course.Tests.Exercises.Notebook01;

public sealed class Exercise01_3Tests
{
    [Theory]
    [InlineData(40, -4000, "On average your line is 165 g too low: move `b`.")]
    [InlineData(40, -3000, "On average your line is 835 g too high: move `b`.")]
    [InlineData(0, 4202, "The height is right; the tilt is not: change `w`, and `b` with it.")]
    [InlineData(-5843, 50, "`w` and `b` have changed places: return (w, b).")]
    [InlineData(double.NaN, 0, "`w` and `b` have to be finite numbers.")]
    public void Judge_PoorLine_SaysWhatToMove(double w, double b, string cause) =>
        Assert.Equal(cause, Judge(w, b).Difference!.Cause);

    [Theory]
    [InlineData(42, -4236)]
    [InlineData(58, -7451)]
    public void Judge_LinesThatTheLastHintNames_AreRight(double w, double b) => Assert.Equal(Outcome.Right, Judge(w, b).Outcome);

    private static Verdict Judge(double w, double b) => Examiner.Judge(ExerciseCatalog.Get("01-3"), () => (w, b));
}
