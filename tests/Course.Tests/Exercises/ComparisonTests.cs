using FsCheck.Xunit;

namespace Course.Tests.Exercises;

public sealed class ComparisonTests
{
    private static readonly Tolerance Tight = new(1e-9, 0);

    [Fact]
    public void Find_EqualNumbers_IsNull() => Assert.Null(Comparison.Find(2.0, 2, Tight));

    [Fact]
    public void Find_ShapeDiffers_IsToldBeforeValues()
    {
        var difference = Comparison.Find(new double[] { 1, 9 }, new double[] { 1, 2, 3 }, Tight);

        Assert.Equal(
            new Difference("shape (2): [1, 9]", "shape (3): [1, 2, 3]", "One number is missing: where does the loop begin, and where does it end?"), difference);
    }

    [Fact]
    public void Find_Tensors_AreComparedAsTheirNumbers()
    {
        var table = TorchSharp.torch.arange(6).reshape(2, 3);

        Assert.Null(Comparison.Find(table, new double[,] { { 0, 1, 2 }, { 3, 4, 5 } }, Tight));
        Assert.StartsWith("shape (3, 2): ", Comparison.Find(table.t(), table, Tight)!.Got, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_Transposed_IsNamed()
    {
        var difference = Comparison.Find(new double[2, 3], new double[3, 2], Tight);

        Assert.Contains("transposed", difference!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_OneElementDiffers_NamesItsPlace()
    {
        var difference = Comparison.Find(new double[,] { { 1, 2 }, { 3, 5 } }, new double[,] { { 1, 2 }, { 3, 4 } }, Tight);

        Assert.Equal("[1, 1] = 5 in [1, 2, 3, 5]", difference!.Got);
        Assert.Equal("[1, 1] = 4 in [1, 2, 3, 4]", difference.Wanted);
    }

    [Fact]
    public void Find_JaggedAndRectangular_CompareByShape() =>
        Assert.Null(Comparison.Find(new double[][] { [1, 2], [3, 4] }, new double[,] { { 1, 2 }, { 3, 4 } }, Tight));

    [Fact]
    public void Find_RaggedRows_IsAShapeDifference()
    {
        var difference = Comparison.Find(new double[][] { [1, 2], [3] }, new double[,] { { 1, 2 }, { 3, 4 } }, Tight);

        Assert.StartsWith("shape (2, ragged)", difference!.Got, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_Tuples_CompareElementwise() => Assert.Equal("[1] = 3 in [1, 3]", Comparison.Find((1.0, 3), (1.0, 2.0), Tight)!.Got);

    [Fact]
    public void Find_SuspectMatches_NamesItsCauseFirst()
    {
        var difference = Comparison.Find(-4.0, 4.0, Tight, new Suspect(-4.0, "You subtracted the wrong way round."));

        Assert.Equal("You subtracted the wrong way round.", difference!.Cause);
    }

    [Theory]
    [InlineData(-4.0, "The sign is flipped.")]
    [InlineData(8.0, "It is twice what it should be: a factor 2 too many?")]
    [InlineData(2.0, "It is half of what it should be: a factor 2 is missing.")]
    [InlineData(0.0, "Only zeros came out: is the result ever written, and does no division of whole numbers round it down?")]
    [InlineData(4.0000001, "Nearly: the answer has to agree to a relative 1e-9.")]
    [InlineData(3.3, null)]
    public void Find_WithoutSuspects_RecognisesCommonMistakes(double got, string? cause) =>
        Assert.Equal(cause, Comparison.Find(got, 4.0, Tight)!.Cause);

    [Theory]
    [InlineData(new double[] { 2, 4, 6, 10 }, "Every value is twice")]
    [InlineData(new double[] { 2, 1, 3, 5 }, "[0] and [1] have changed places.")]
    [InlineData(new double[] { 5, 3, 2, 1 }, "The values come in reverse order.")]
    [InlineData(new double[] { 2, 3, 5, 0 }, "Each value stands one place too early.")]
    [InlineData(new double[] { 0, 1, 2, 3 }, "Each value stands one place too late.")]
    [InlineData(new double[] { 1, -2, 3, 5 }, "The sign of [1] is flipped.")]
    [InlineData(new double[] { 1, -2, 3, -5 }, "The sign is flipped at 2 places, first at [1].")]
    [InlineData(new double[] { 1, 2, 7, 5 }, "Only [2] is wrong; the 3 others are right.")]
    [InlineData(new double[] { 3, 6, 9, 15 }, "Every value is 3 times what it should be.")]
    [InlineData(new double[] { 1.5, 2.5, 3.5, 5.5 }, "Every value is 0.5 too large.")]
    [InlineData(new double[] { 7, 1, 4, 9 }, null)]
    public void Find_FourValues_RecognisesWhatTheyHaveInCommon(double[] got, string? cause)
    {
        var found = Comparison.Find(got, new double[] { 1, 2, 3, 5 }, Tight)!.Cause;

        Assert.StartsWith(cause ?? "", found ?? "", StringComparison.Ordinal);
        Assert.Equal(cause is null, found is null);
    }

    [Theory]
    [InlineData(2, "One number is missing")]
    [InlineData(4, "One number too many")]
    [InlineData(6, null)]
    public void Find_AnotherLength_SaysWhereToLook(int length, string? cause) =>
        Assert.Equal(cause, Comparison.Find(new double[length], new double[3], Tight)!.Cause?.Split(':')[0]);

    [Fact]
    public void Find_AxisOfSizeOneLost_IsNamed() =>
        Assert.StartsWith("An axis of size 1 is missing", Comparison.Find(new double[3], new double[3, 1], Tight)!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Find_ACount_IsNotCalledAMultiple() => Assert.Null(Comparison.Find(1, 2, Tight)!.Cause);

    [Fact]
    public void Find_TensorOfAnotherType_IsToldBeforeValues() => Assert.Equal(
        new Difference("numbers of type Float64", "numbers of type Float32", "The result is to be of the inputs' type, Float32."),
        Comparison.Find(TorchSharp.torch.ones(2, TorchSharp.torch.ScalarType.Float64), TorchSharp.torch.ones(2), Tight));

    [Fact]
    public void Find_DisposedTensor_IsNamed()
    {
        var disposed = TorchSharp.torch.ones(2);
        disposed.Dispose();

        Assert.Equal("a disposed tensor", Comparison.Find(disposed, TorchSharp.torch.ones(2), Tight)!.Got);
    }

    [Fact]
    public void Find_NaN_IsExplained() => Assert.StartsWith("NaN comes from", Comparison.Find(double.NaN, 4.0, Tight)!.Cause, StringComparison.Ordinal);

    [Fact]
    public void Find_Sum_InsteadOfMean_IsRecognised() =>
        Assert.Contains("3 times too large", Comparison.Find(new double[] { 3, 6, 9 }, new double[] { 1, 2, 3 }, Tight)!.Cause, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "null")]
    [InlineData("one", "\"one\"")]
    [InlineData(true, "true")]
    public void Find_NoNumber_IsQuoted(object? got, string text) => Assert.Equal(text, Comparison.Find(got, 4.0, Tight)!.Got);

    [Fact]
    public void Find_Strings_CompareExactly()
    {
        Assert.Null(Comparison.Find("Adelie", "Adelie", Tolerance.Exact));
        Assert.Equal("\"adelie\"", Comparison.Find("adelie", "Adelie", Tolerance.Exact)!.Got);
    }

    [Property]
    public bool Tolerance_AnyFinitePair_IsSymmetricUnderNegation(double got, double wanted) =>
        new Tolerance(1e-6, 1e-9).Allows(got, wanted) == new Tolerance(1e-6, 1e-9).Allows(-got, -wanted);

    [Fact]
    public void Tolerance_Infinity_IsNearNothingElse()
    {
        Assert.False(Tight.Allows(double.PositiveInfinity, 1));
        Assert.False(Tight.Allows(1, double.PositiveInfinity));
        Assert.True(Tight.Allows(double.PositiveInfinity, double.PositiveInfinity));
    }
}
