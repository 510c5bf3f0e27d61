using FsCheck;

namespace Course.Tests.DataSets;

public sealed class StandardizerTests
{
    private static readonly double[][] Rows = [[1, 100], [2, 300], [3, 500], [6, 700]];

    [Fact]
    public void Fit_Rows_MeanAndStdOfEachColumn()
    {
        var standardizer = Standardizer.Fit(Rows);

        Assert.Equal([3, 400], standardizer.Mean);
        Assert.Equal([Math.Sqrt(3.5), Math.Sqrt(50_000)], standardizer.Std);
    }

    [Fact]
    public void Transform_FittedRows_MeanZeroStdOne()
    {
        var again = Standardizer.Fit(Standardizer.Fit(Rows).Transform(Rows));

        Assert.All(again.Mean, mean => Assert.Equal(0, mean, 1e-12));
        Assert.All(again.Std, std => Assert.Equal(1, std, 1e-12));
    }

    [Fact]
    public void Fit_ConstantColumn_BecomesZeroNotNaN() =>
        Assert.Equal([0, 0, 0], Standardizer.Fit([5.0, 5, 5]).Transform([5.0, 5, 5]));

    [Fact]
    public void Fit_RaggedRows_NamesTheRow() =>
        Assert.Contains("row 1 has 1 columns", Assert.Throws<ArgumentException>(() => Standardizer.Fit([[1, 2], [3]])).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_Nothing_Throws() => Assert.Throws<ArgumentException>(() => Standardizer.Fit(Array.Empty<double>()));

    [Fact]
    public void Transform_OtherWidth_SaysBoth() =>
        Assert.Contains("fitted on 2 columns, given 3", Assert.Throws<ArgumentException>(() => Standardizer.Fit(Rows).Transform([1.0, 2, 3])).Message, StringComparison.Ordinal);
}
