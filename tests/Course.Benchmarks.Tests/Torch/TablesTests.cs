using Course.Benchmarks.Torch;

namespace Course.Benchmarks.Tests.Torch;

public sealed class TablesTests
{
    private static readonly Tables Tables = new(["Course.Torch", "TorchSharp", "PyTorch"]);

    private static readonly Limits Limits = new([1e9, 2e9], [new CopyRate(1, [1e9, 1e9])]);

    private static readonly Outcome Row = Figures.Outcome(
        new Workload("matmul 64", "matmul") { Flops = 1e6, Bytes = 1e6, Bar = (1.5, 1) }, [0.0063, 0.003], [0.004, 0.0024], [null, 0.01]);

    [Fact]
    public void Fastest_OfARow_ShowsMillisecondsRatioAndTheMissedBar() => Assert.Equal(
        [
            "products: fastest round        Course.Torch      TorchSharp         PyTorch   ratio   bar",
            "matmul 64                     6.300   3.000   4.000   2.400       –   10.00    0.80 * ≥ 1.0",
        ],
        Tables.Fastest("products", [Row]));

    [Fact]
    public void OfLimit_OfARow_DividesByTheLimitOfTheSameThreads() => Assert.Equal(
        [
            "products: over the limit          limit, ms  Course.Torch    TorchSharp       PyTorch   best   bar",
            "matmul 64                     2.000   1.500   3.15   2.00   2.00   1.60      –   6.67   2.00 * ≤ 1.5",
        ],
        Tables.OfLimit("products", [Row], Limits));

    [Fact]
    public void OfLimit_OfRowsWithoutOne_IsNoTable() =>
        Assert.Empty(Tables.OfLimit("steps", [Figures.Outcome(new Workload("tiny", "tiny"), [1, 1])], Limits));

    [Fact]
    public void Fastest_OfSamples_IsARate() =>
        Assert.StartsWith("MLP                            6400   12800", Tables.Fastest("samples", [Figures.Outcome(new Workload("MLP", "mlp") { Samples = 64 }, [0.01, 0.005])]).Last(), StringComparison.Ordinal);

    [Fact]
    public void Tables_OfTheSlowestFigures_FitInAHundredColumns()
    {
        var rows = Workloads.Parts().SelectMany(part => part.Rows).ToList();
        var slow = rows.Select(row => Everywhere(row, 99.9999)).ToList();
        var farFromIt = rows.Select(row => Everywhere(row, 99_999 * Limits.Seconds(row, 0) ?? 1)).ToList();
        var memory = new Memory(rows[0], [new(1e9, 9e9), new(1e9, 9e9), new(1e9, 9e9)]);
        string[] lines = [.. Tables.Fastest("operations", slow), .. Tables.Median("operations", slow), .. Tables.OfLimit("operations", farFromIt, Limits), .. Tables.Added([memory])];

        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
    }

    private static Outcome Everywhere(Workload row, double seconds) => Figures.Outcome(row, [seconds, seconds], [seconds, seconds], [seconds, seconds]);
}
