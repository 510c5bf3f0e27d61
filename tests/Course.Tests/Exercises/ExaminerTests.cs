namespace Course.Tests.Exercises;

public sealed class ExaminerTests
{
    private static readonly ExerciseTwice Twice = new();

    [Fact]
    public void Judge_RightAnswer_CountsCases()
    {
        var verdict = Judge(x => 2 * x);

        Assert.Equal((Outcome.Right, 3), (verdict.Outcome, verdict.Passed));
    }

    [Fact]
    public void Judge_WrongInSecondCase_StopsThere()
    {
        var verdict = Judge(x => x == 1 ? 2 : 0);

        Assert.Equal((Outcome.Wrong, 1, "twice −3"), (verdict.Outcome, verdict.Passed, verdict.CaseName));
    }

    [Fact]
    public void Judge_Todo_IsNotAttempted() => Assert.Equal(Outcome.NotAttempted, Judge(_ => Todo.Double).Outcome);

    [Fact]
    public void Judge_TodoInsideParallelCode_IsNotAttempted() =>
        Assert.Equal(Outcome.NotAttempted, Judge(_ => Task.Run(() => Todo.Double).Result).Outcome);

    [Fact]
    public void Judge_AnswerThrows_KeepsTheErrorAndTheCase()
    {
        var verdict = Judge(_ => Array.Empty<double>()[3]);

        Assert.Equal(Outcome.Threw, verdict.Outcome);
        Assert.IsType<IndexOutOfRangeException>(verdict.Error);
        Assert.Equal("twice 1", verdict.CaseName);
    }

    [Theory]
    [InlineData(typeof(ThreadInterruptedException))]
    [InlineData(typeof(OperationCanceledException))]
    public void Judge_StopButton_IsLetThrough(Type kind) =>
        Assert.Throws(kind, () => Judge(_ => throw (Exception)Activator.CreateInstance(kind)!));

    [Fact]
    public void Judge_WrongDelegate_SaysBothSignatures()
    {
        var verdict = Examiner.Judge(Twice, (double x, int n) => x * n);

        Assert.Equal(Outcome.Wrong, verdict.Outcome);
        Assert.Equal("a function (double, int) → double", verdict.Difference!.Got);
        Assert.Equal("a function (double) → double", verdict.Difference.Wanted);
    }

    [Fact]
    public void Judge_ValueInsteadOfFunction_IsWrongType() => Assert.Equal("a double", Examiner.Judge(Twice, 2.0).Difference!.Got);

    [Fact]
    public void Judge_OtherDelegateTypeOfSameShape_Fits() => Assert.Equal(Outcome.Right, Examiner.Judge(Twice, new Doubler(x => x + x)).Outcome);

    [Fact]
    public void Describe_Tuple_ReadsAsCSharp() =>
        Assert.Equal("a function (double[,], string) → (double, int[])", AnswerType.Describe(typeof(Func<double[,], string, (double, int[])>)));

    private static Verdict Judge(Func<double, double> answer) => Examiner.Judge(Twice, answer);

    private delegate double Doubler(double value);

#pragma warning disable CA1812 // The tests make it.
    private sealed class ExerciseTwice : Exercise<Func<double, double>>
#pragma warning restore CA1812
    {
        public override string Title => "double it";

        public override IReadOnlyList<string> Hints => ["Add it to itself.", "`x + x`"];

        protected override void Examine(Func<double, double> answer, Exam exam)
        {
            foreach (var x in (double[])[1, -3, 0.5])
            {
                exam.Relative($"twice {Numbers.Text(x)}", () => answer(x), 2 * x, 1e-12);
            }
        }
    }
}
