using Course.Kernel.Running;

namespace Course.Kernel.Tests.Running;

public sealed class CauseOfDeathTests
{
    [Theory]
    [InlineData(0, "", "ProcessExited", "exit code 0")]
    [InlineData(3, "", "ProcessExited", "Environment.Exit")]
    [InlineData(137, "", "Killed", "signal 9")]
    [InlineData(143, "", "Killed", "signal 15")]
    [InlineData(139, "", "Crashed", "signal 11")]
    [InlineData(134, "Process terminated. Bang.\n   at X", "Crashed", "Process terminated. Bang.")]
    [InlineData(134, "Stack overflow.\n   at X", "StackOverflow", "recursion")]
    [InlineData(134, "Out of memory.", "OutOfMemory", "memory")]
    [InlineData(null, "", "Lost", "could not be ended")]
    public void OfProcess_EachEnd_HasItsName(int? exitCode, string lastWords, string name, string words)
    {
        var end = CauseOfDeath.OfProcess(exitCode, lastWords);

        Assert.Equal((RunStatus.ProcessDied, name), (end.Status, end.Name));
        Assert.Contains(words, end.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTimeout_InACell_NamesCellLimitAndCure()
    {
        var end = CauseOfDeath.OfTimeout(7, TimeSpan.FromSeconds(2.5));

        Assert.Equal(RunStatus.Timeout, end.Status);
        Assert.Contains("cell 7 ran longer than 2.5 s", end.Message, StringComparison.Ordinal);
        Assert.Contains("--timeout", end.Message, StringComparison.Ordinal);
    }
}
