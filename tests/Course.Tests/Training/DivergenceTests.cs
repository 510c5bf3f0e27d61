using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training;

public sealed class DivergenceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-divergence-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Check_FiniteLosses_GoesOn() => Divergence.Check([2.3, 1e30]);

    [Fact]
    public void Check_NoLosses_GoesOn() => Divergence.Check([]);

    [Fact]
    public void Check_GrewFirst_BlamesTheRate()
    {
        var fault = Fault([2.3, 2.1, 60, double.NaN]);

        Assert.Contains("Stopped at step 4: the loss is NaN.", fault, StringComparison.Ordinal);
        Assert.Contains("2.1 at best and 60 one step before", fault, StringComparison.Ordinal);
        Assert.Contains("smaller learning rate", fault, StringComparison.Ordinal);
        Assert.Contains("Nothing was saved yet", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BrokeAtOnce_NamesTheBatchToo() =>
        Assert.Contains("or a batch with NaN in it", Fault([2.3, 2.1, double.PositiveInfinity]), StringComparison.Ordinal);

    [Fact]
    public void Check_BrokenFromTheStart_LooksAtDataAndWeights() =>
        Assert.Contains("from the start", Fault([double.NaN]), StringComparison.Ordinal);

    [Fact]
    public void Check_WithACheckpoint_NamesItsFile()
    {
        var model = nn.Linear(2, 2);
        var checkpoint = Checkpoint.At(Path.Combine(_folder.FullName, "run.checkpoint"), model, optim.SGD(model.parameters(), 0.1));
        checkpoint.Save(0, 1);

        Assert.EndsWith("The last good state is kept: " + Path.GetFileName(checkpoint.Path), Fault([1, double.NaN], checkpoint), StringComparison.Ordinal);
    }

    private static string Fault(double[] losses, Checkpoint? checkpoint = null) =>
        Assert.Throws<NotFiniteNumberException>(() => Divergence.Check(losses, checkpoint)).Message;
}
