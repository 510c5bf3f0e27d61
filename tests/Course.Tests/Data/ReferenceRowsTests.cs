namespace Course.Tests.DataSets;

public sealed class ReferenceRowsTests
{
    [Fact]
    public void Load_AdamOnRosenbrock_FirstStepIsTheLearningRate()
    {
        var rows = ReferenceRows.Load("adam-rosenbrock");

        Assert.Equal(101, rows.Length);
        Assert.Equal([-1.5, 2], rows[0]);
        Assert.Equal([-1.4, 2.1], rows[1].Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void Load_UnknownName_ListsTheKnown() =>
        Assert.Contains("adam-rosenbrock", Assert.Throws<DatasetException>(() => ReferenceRows.Load("adam")).Message, StringComparison.Ordinal);
}
