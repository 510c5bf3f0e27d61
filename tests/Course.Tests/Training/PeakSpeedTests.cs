namespace Course.Tests.Training;

public sealed class PeakSpeedTests
{
    // No machine that runs .NET 10 computes less than this, and none of the next years more.
    [Fact]
    public void Gflops_OneCore_IsPossible() => Assert.InRange(PeakSpeed.Gflops(threads: 1), 0.1, 10_000);

    [Fact]
    public void Gflops_NoThread_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => PeakSpeed.Gflops(0));
}
