namespace Course.Tests.Exercises;

public sealed class LearnerFrameTests
{
    [Fact]
    public void Describe_NoSubmissionFrame_IsNull()
    {
        var e = Record.Exception(() => int.Parse("x", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Null(LearnerFrame.Describe(e!));
    }

    [Fact]
    public void Describe_MethodOfASubmission_IsNamed()
    {
        var method = SubmissionBuilder.ThrowingMethod("Mse");

        var e = Record.Exception(method);

        Assert.Equal("in `Mse`", LearnerFrame.Describe(e!));
    }
}
