namespace Course.Cli.Tests.Grading;

public sealed class AttackedClassTests(AttackedClass attacked) : IClassFixture<AttackedClass>
{
    [Fact]
    public void Grade_OneIsHonest_IsGradedAsIfAlone()
    {
        Assert.True(attacked.Code == 0, attacked.Output);
        Assert.Equal("3", attacked.Grades["honest", "points"]);
        Assert.Equal(13, attacked.Grades.Learners.Count());
    }

    [Theory]
    [InlineData("eater", "right", "right", "it took all the memory that a notebook may have")]
    [InlineData("outsider", "right", "right", "took more than 700 MB of memory")]
    [InlineData("faker", "right", "wrong", "")]
    [InlineData("forger", "held", "held", "01-4: 2 outcomes were reported while one check ran")]
    [InlineData("marker", "held", "wrong", "not trusted, since by this a check can be deceived: cell 7: Assembly, cell 7: GetMethod")]
    [InlineData("piper", "right", "wrong", "")]
    [InlineData("leaver", "right", "right", "have a look at cell 7: Process")]
    [InlineData("deep", "", "", "deep.ipynb")]
    [InlineData("spy", "right", "wrong", "")]
    public void Grade_WhoAttacks_GainsNothing(string learner, string first, string fourth, string remark)
    {
        Assert.Equal((first, fourth), (attacked.Grades[learner, "01-1"], attacked.Grades[learner, "01-4"]));
        Assert.Contains(remark, attacked.Grades[learner, "remarks"], StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_NotebookThatCalls_ReachesNobody()
    {
        var ended = attacked.Grades["caller", "remarks"].Contains("exit code 7", StringComparison.Ordinal);

        Assert.Equal(ended, !attacked.Output.Contains("without network", StringComparison.Ordinal));
        Assert.Equal(ended, attacked.Output.Contains("The network is not cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void Grade_NotebookThatDeletes_FindsNothingToDelete()
    {
        Assert.Equal("3", attacked.Grades["deleter", "points"]);
        Assert.Equal(attacked.IsShutIn, File.Exists(attacked.Mine));
        Assert.Equal(attacked.IsShutIn, File.Exists(Path.Combine(attacked.Folder, "honest.ipynb")));
    }

    [Fact]
    public void Grade_NotebookThatReadsAnothers_FindsNoFile() =>
        Assert.Equal(attacked.IsShutIn ? "wrong" : "right", attacked.Grades["reader", "01-4"]);

    [Fact]
    public void Grade_ProcessesThatLeaveTheirGroup_AreEnded()
    {
        var alive = Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])).Count(path => CommandOf(path).Contains(AttackedClass.Sleep, StringComparison.Ordinal));

        Assert.Equal(0, alive);
    }

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // it has ended
        }
    }
}
