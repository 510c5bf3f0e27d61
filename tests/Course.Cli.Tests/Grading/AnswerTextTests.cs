using Course.Cli.Grading;

namespace Course.Cli.Tests.Grading;

public sealed class AnswerTextTests
{
    private const string Sum = "double Sum(double[] x)\n{\n    var s = 0.0;\n    foreach (var xi in x)\n    {\n        s += xi;\n    }\n\n    return s;\n}";

    [Theory]
    [InlineData("double Sum(double[] values) { var total = 0.0; foreach (var v in values) { total += v; } return total; }", "names and spaces")]
    [InlineData("double Sum(double[] x)\n{\n    // adds\n    var s = 0.0; /* start */\n    foreach (var xi in x)\n    {\n        s += xi;\n    }\n    return s;\n}", "comments")]
    [InlineData("double Total(double[] x) { var s = 0.0; foreach (var xi in x) { s += xi; } return s; }", "the function's own name")]
    public void Of_SameUpToNames_IsTheSame(string other, string what) => Assert.True(AnswerText.Of(Sum).SequenceEqual(AnswerText.Of(other)), what);

    [Theory]
    [InlineData("double Sum(double[] x) { var s = 1.0; foreach (var xi in x) { s += xi; } return s; }", "another number")]
    [InlineData("double Sum(double[] x) { var s = 0.0; foreach (var xi in x) { s -= xi; } return s; }", "another sign")]
    [InlineData("double Sum(double[] x) { return x.Sum(); }", "another way")]
    [InlineData("double Sum(double[] x) { var s = 0.0; foreach (var xi in x) { s += s; } return s; }", "another variable in one place")]
    [InlineData("double Sum(double[] x) { var s = 0.0; foreach (var xi in y) { s += xi; } return s; }", "a name from elsewhere")]
    public void Of_OtherCode_IsNotTheSame(string other, string what) => Assert.False(AnswerText.Of(Sum).SequenceEqual(AnswerText.Of(other)), what);

    [Fact]
    public void Of_LambdasTuplesAndPatterns_GoByTheirNumber() => Assert.Equal(
        AnswerText.Of("(double a, double b) F(int[] z) => z.Select(q => q * 2).ToList() is { Count: > 1 } list ? (list[0], 1) : (0, 0);"),
        AnswerText.Of("(double c, double d) G(int[] y) => y.Select(p => p * 2).ToList() is { Count: > 1 } many ? (many[0], 1) : (0, 0);"));

    [Fact]
    public void OwnWork_OfTheStub_IsNone() => Assert.Equal(0, AnswerText.OwnWork(AnswerText.Of(Sum), AnswerText.Of(Sum)));

    [Fact]
    public void OwnWork_OfOneReplacedLine_IsThatLine() => Assert.Equal(
        6,
        AnswerText.OwnWork(AnswerText.Of("double F(double x)\n{\n    return x * x + 1;\n}"), AnswerText.Of("double F(double x)\n{\n    return Todo.Double;\n}")) + 1);
}
